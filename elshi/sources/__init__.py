"""Reading: files, folders and standard input to documents, and how a document's text is laid out."""

from elshi.sources.encoding import decode
from elshi.sources.files import EXTENSIONS, STANDARD_INPUT, read_content, read_path, read_paths, read_stream
from elshi.sources.json_records import read_record
from elshi.sources.layout import fill_published, find_dateline_day, find_header_day, read_layout

__all__ = [
    "EXTENSIONS",
    "STANDARD_INPUT",
    "decode",
    "fill_published",
    "find_dateline_day",
    "find_header_day",
    "read_content",
    "read_layout",
    "read_path",
    "read_paths",
    "read_record",
    "read_stream",
]
