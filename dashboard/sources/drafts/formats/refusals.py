"""Why a draft is refused: codes, and one sentence for each."""

from __future__ import annotations

REFUSALS = {
    "empty": "there are no words in it",
    "too_large": "it has over {most} bytes, the most that is read",
    "too_many_pages": "it has over {most} pages, the most that are read",
    "too_many_words": "it has over {most} characters of text, the most that is read",
    "too_many_paragraphs": "it has over {most} lines or paragraphs, the most that are read",
    "too_many_entries": "it holds over {most} files, the most that are read",
    "too_deep": "its parts are nested deeper than {most} levels",
    "bomb": "it would unpack to far more than it holds and is not opened",
    "entities": "it declares a document type or entities, which are not read",
    "password": "it is protected by a password; save a copy without one",
    "damaged": "it is damaged and cannot be opened",
    "too_long": "reading it took longer than {most} seconds",
    "too_much_memory": "reading it took too much memory",
    "no_text": "it holds pictures of pages and no text; a scan must be recognized first",
    "not_a_document": "it is neither a Word document (.docx), nor a PDF, nor plain text",
    "old_word": "it is a Word document of the old kind; save it as .docx",
    "encoding": "its text is in no encoding that is read: UTF-8, UTF-16 or GB 18030",
}
"""Why a draft is refused, by code: a sentence about "it" whose words the pages say themselves."""


class DraftRefused(ValueError):  # noqa: N818 - what is refused is a draft
    """A draft that is not read; its message is one sentence, `code` its reason."""

    def __init__(self, code: str, most: int | None = None) -> None:
        self.code = code
        self.most = most
        super().__init__(REFUSALS[code].format(most=f"{most:,}" if most else ""))
