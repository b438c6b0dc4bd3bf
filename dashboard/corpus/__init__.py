"""The record: models, loading, checking, frames and the store that serves them."""
