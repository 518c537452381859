"""What a store's reports and judgements make together: records and people, kept up to date, read, judged and explained."""
