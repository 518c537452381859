"""`/read`: paste or upload a text, and see what it says. The page only queues the work; a worker does it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Any

from fastapi import APIRouter, Form, UploadFile
from starlette.responses import RedirectResponse, Response

from elshi.errors import DocumentError
from elshi.failures import translate_failure
from elshi.records import Document, content_id
from elshi.records.serialise import encode
from elshi.sources.files import read_content
from elshi.store.audit import Act
from elshi.store.jobs import Job, JobState
from elshi.web.pages.desk import Desk, OnDesk, expect_own
from elshi.web.pages.records import Identifier
from elshi.web.pages.rendering import link, render
from elshi.web.problems import Problem

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
READ = "read"  # see `pipeline.working`
MOST = 50  # documents of one upload
Line = Annotated[str, Form(max_length=500)]


@router.get("/read")
def show_form(desk: OnDesk) -> Any:
    """The form."""
    if not desk.may_edit:
        raise Problem(403, "Only reading is allowed here.")
    return _show_form(desk)


def _show_form(desk: Desk, status: int = 200, text: str = "", fault: str = "") -> Response:
    return render(desk, "read.html", status, text=text, fault=fault, room="read")


@router.post("/read")
def take(
    desk: OnDesk,
    token: Line = "",
    text: Annotated[str, Form()] = "",
    title: Line = "",
    source: Line = "",
    published: Annotated[str, Form(max_length=10)] = "",
    file: UploadFile | None = None,
) -> Any:
    """Queue what was pasted or uploaded. The answer leads to the page that waits for it."""
    expect_own(desk, token)
    uploaded = file.file.read() if file is not None and file.filename else b""
    try:
        documents = _read_upload(uploaded, file.filename or "") if uploaded and file is not None else [_read_pasted(text)]
        day = date.fromisoformat(published) if published else None
    except DocumentError as error:
        return _show_form(desk, 422, text, translate_failure(error.reason, desk.words.say))
    except ValueError:
        return _show_form(desk, 422, text, desk.words.say("The day must be written as 2026-03-15."))
    told = [_complete(document, title, source, day) for document in documents[:MOST]]
    jobs = [desk.store.jobs().put(READ, {**encode(document), "name": document.id}) for document in told]
    for document in told:
        desk.note(Act.SENT, document.name)
    return RedirectResponse(link("read", jobs[0].id), 303)


def _read_pasted(text: str) -> Document:
    written = text.replace("\r\n", "\n").replace("\0", "\ufffd")
    if not written.strip():
        raise DocumentError("pasted text", "empty")
    return Document(id=content_id(written), text=written, name="pasted")


def _read_upload(content: bytes, filename: str) -> list[Document]:
    """The documents of an uploaded file; raises the first failure where there is none."""
    name = PurePosixPath(filename.replace("\\", "/")).name[:200] or "upload"
    found = list(read_content(content, name, PurePosixPath(name).suffix.lower()))
    documents = [document for document in found if isinstance(document, Document)]
    if not documents:
        raise next(error for error in found if isinstance(error, DocumentError))
    return documents


def _complete(document: Document, title: str, source: str, published: date | None) -> Document:
    """The document with what the reader knows of it, where it does not tell that itself."""
    return replace(
        document,
        title=document.title or title.strip() or None,
        source=document.source or source.strip() or None,
        published=document.published or published,
    )


@router.get("/read/{identifier}")
def wait(desk: OnDesk, identifier: Identifier) -> Any:
    """How far the reading is; when it is done, the document with what was found."""
    job: Job = desk.store.jobs().job(identifier)
    if job.state is JobState.DONE and job.result:
        return RedirectResponse(link("documents", str(job.result["document"])), 303)
    fault = translate_failure(job.fault, desk.words.say) if job.fault else ""
    waited = (job.changed_at - job.made_at).total_seconds()
    return render(desk, "waiting.html", job=job, fault=fault, waited=waited, waiting=desk.store.jobs().waiting(), room="read")
