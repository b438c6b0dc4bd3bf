"""Pure questions asked of the record: a snapshot and a query in, frames and counts out."""
