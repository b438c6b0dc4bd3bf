"""The verb phrase a paragraph opens with, in English and, where it is not marked, in Chinese.

Editors set it in italics, but not always, not always wholly, and in annexes never; so a rule
knows the verbs of General Assembly resolutions and the words that complete them. Chinese texts
set it in bold; adopted declarations do not, and there a list of heads finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.sources.plain_text import tidy

BASES = """
acknowledge address adopt advise affirm agree aim anticipate appeal applaud appoint appreciate
appropriate approve ask aspire assess assure attach authorize await believe bring call caution
celebrate commemorate commend commit compliment concur condemn confirm congratulate consider
continue declare decide dedicate demand denounce deplore designate determine direct draw elect
emphasize encourage endorse ensure entrust envisage establish exhort expect express extend hail
highlight honour identify implore insist instruct intend invite join look mandate mark nominate
note observe oppose pay pledge proclaim promote propose protest re-emphasize reaffirm realize
reassure recall recognize recommend recommit reconfirm regret reiterate reject rejoice rely
remain remind renew repeat request resolve respect restate salute see set share stand stress
strive suggest support take thank treat trust underline underscore understand urge value view
warn welcome wish
"""
_ADJECTIVES = """
alarmed appalled aware cognizant committed concerned confident conscious convinced desirous
desiring determined disappointed dismayed distressed disturbed encouraged eager gratified guided
indignant inspired mindful motivated outraged resolved seized troubled being having
"""
_HEADS_ZH = """
决定 商定 同意 决心 设立 通过 核准 核可 批准 授权 批款 指定 任命 宣布 宣告 延长 要求 指示 请
重申请 委托 敦促 促请 吁请 呼吁 恳请 吁求 鼓励 建议 支持 重申支持 赞同 认可 邀请 重申邀请 提议
期待 期待着 希望 承诺 致力于 重申其承诺 重申承诺 重申致力于 打算 申明 重申 指出 强调 强调指出
着重指出 着重强调 特别指出 特别强调 重点指出 突出强调 认识到 确认 承认 肯定 知悉 认为 认定 提醒
警告 提请 反对 拒绝 尊重 珍视 深信 相信 坚信 重申认为 铭记 念及 牢记 意识到 考虑到 审议了 审查了
遵循 回顾 忆及 注意到 赞赏地注意到 满意地注意到 感兴趣地注意到 赞许地注意到 感谢地注意到
关切地注意到 关切地指出 震惊地注意到 不安地注意到 欢迎 欣见 赞扬 赞许 表彰 祝贺 赞赏 感谢 感到鼓舞
关切 关注 震惊 不安 声援 谴责 痛惜 遗憾 纪念 哀悼
"""
_LEADS_ZH = """
又 还 也 再次 再度 继续 仍然 仍 依然 始终 同样 进一步 因此 特别 尤其 表示 感到 强烈 大力 坚决 坚定
深深 深为 深表 深感 深切 严重 极为 高度 热烈 郑重 充分 最 十分 非常 明确 断然
"""


_FEELING_ZH = "(?:赞赏|满意|赞许|感谢|感兴趣|关切|震惊|不安|关注|遗憾|强烈)"


def third(base: str) -> str:
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x")) else f"{base}s"


def participle(base: str) -> str:
    if base in ("see", "re-emphasize", "agree"):
        return {"see": "seeing", "re-emphasize": "re-emphasizing", "agree": "agreeing"}[base]
    doubled = {"commit": "committing", "recommit": "recommitting", "regret": "regretting"}
    return doubled.get(base) or (f"{base[:-1]}ing" if base.endswith("e") else f"{base}ing")


def any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_ADVERBS = "also|likewise|again|once again|once more|further|furthermore|equally|ever"
ADVERB = rf"(?:(?:{_ADVERBS}|\w{{2,}}ly)\s+)*"
# "expresses concern", "reiterates its call", but "notes the call" is a verb and its object.
_WHOSE = r"(?:(?:its|our)\s|(?<=express\s)|(?<=expresses\s)|(?<=expressing\s))"
DEGREES = (
    r"(?:(?:its|our|very|deep|deepest|grave|great|serious|strong|profound|sincere|"
    r"particular|continued|utmost|full|high|firm|renewed|unwavering|growing|special|warm|"
    r"extreme|increasing|unequivocal|strongest|continuing|solemn)\s+)*"
)
# Who reiterates an ask asks again, whosever it was: "reiterates the invitation to States to …".
_AGAIN = r"(?:(?<=reiterate\s)|(?<=reiterates\s))the\s(?:calls?|requests?|invitation|appeal)"
_FEELING = (
    "alarm|appreciation|approval|concerns?|condemnation|confidence|conviction|"
    "commendation|commitment|determination|disappointment|gratitude|hope|intention|interest|"
    "encouragement|readiness|regret|resolve|satisfaction|solidarity|support|sympathy|thanks|view|belief|"
    "condolences|outrage|dismay|calls?|requests?|invitation|recommendation|decision|appeal|respect"
)
COMPLEMENT = (
    r"(?:\s+(?:note|into account|into consideration|in mind|forward|tribute|"
    r"(?:the\s+)?attention|once again upon|once again for|once again|upon|on(?=\s)|for(?=\s)|"
    rf"(?:{_AGAIN}|{_WHOSE}{DEGREES}(?:{_FEELING}))(?:\s+(?:upon|for))?|considered|examined|received|adopted|reviewed|"
    r"concerned|convinced|seized|committed)\b)?"
)
_FURTHER = r"further(?=\s+(?:(?:that|the|to|with|all|its|of|upon|on|in)\b|(?-i:[A-Z]))|[,:]|$)"
"""The adverb; before a noun ("further efforts") the word belongs to the noun."""
TRAILING = (
    rf"(?:\s+(?:also|{_FURTHER}|again|once again|once more|equally|in particular|in this regard|"
    rf"with\s+{DEGREES}(?:{_FEELING})|in the strongest (?:possible )?terms|unequivocally))*"
)
CALL_ON = r"(?:\s+(?:upon|on|for)(?=\s))?"


def _phrase(verbs: str, lead: str = "") -> re.Pattern[str]:
    return re.compile(
        rf"^{lead}{ADVERB}(?:{verbs})\b{COMPLEMENT}{TRAILING}{CALL_ON}", re.IGNORECASE
    )


_OPERATIVE = _phrase(any_of(map(third, BASES.split())))
_PREAMBULAR = _phrase(any_of([*map(participle, BASES.split()), "bearing", *_ADJECTIVES.split()]))
_WE = _phrase(
    any_of([*sorted(set(BASES.split()) - {"remain", "stand"}), "will", "must", "should", "shall"]),
    r"We,?\s+(?:(?:therefore|thus|nevertheless)\s+)?",
)
WE_ARE = re.compile(
    r"^We,?\s+(?:(?:also|further)\s+)?(?:are|remain|stand)\s+(?:(?:also|further|therefore|\w+ly)\s+)*"
    rf"(?:{any_of([*_ADJECTIVES.split(), 'resolved', 'united', 'ready', 'called'])})\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:calls?|calling|takes?|taking|express(?:es|ing)?|looks?|looking|draws?|drawing|pays?|"
    r"paying|bearing|having|continues|remains|remaining|(?:reiterat|reaffirm|renew)(?:es|s|ing))$",
    re.IGNORECASE,
)
_WORD_START = re.compile(r"^[\w’'-]+")
_LONGEST_MARK = 90
# A head before "地" is an adverb and one before "的" a noun's, unless "的是" follows a feeling.
_CHINESE = re.compile(
    r"[\s\u200e\u200f]*(?:(?:然而，|因此，)|在[这此]方面，?)?"
    rf"((?:我们)?(?:{any_of(_LEADS_ZH.split())})*(?:{_FEELING_ZH}地)?(?:表示)?"
    rf"(?:{any_of(_HEADS_ZH.split())})(?!地|的(?!是)|(?<=请)[求愿柬帖])"
    r"|我们(?:将|必须))"
)
_SENTENCE_ZH = re.compile(r"[；，。：;,:][”’）)\]\s\u200e\u200f]*$")


def opening_verb(mark: str | None, rest: str, text: str, part: str) -> str | None:
    """The opening verb phrase as printed, or None where none opens the paragraph.

    `mark` is the italic span at the start, `rest` what follows it, `text` the whole paragraph
    and `part` where it stands (`preambular`, `operative`, `annex`).
    """
    ruled = _by_rule(text, part)
    if mark is None or part == "annex":
        return ruled
    phrase = tidy(mark).strip(" ,;:.")
    if rest and mark[-1:].isalnum() and (tail := _WORD_START.match(rest)):
        phrase += tail[0]
        rest = rest[tail.end() :]
    trailing = re.match(TRAILING, rest if rest[:1].isspace() else f" {rest}")
    if trailing and trailing[0].strip():
        phrase = f"{phrase} {' '.join(trailing[0].split())}"
    elif not re.match(_FURTHER, f"further {rest.strip()}".rstrip()):
        phrase = phrase.removesuffix(" further")
    unfinished = _by_rule(phrase, part) is None or _UNFINISHED.search(phrase)
    if ruled and ruled.startswith(phrase) and unfinished:
        return ruled
    if len(phrase) > _LONGEST_MARK or not phrase[:1].isupper():
        return ruled
    return phrase


def late_verb(span: str) -> str | None:
    """A verb phrase that an introductory clause precedes, as printed (lower case), or None."""
    phrase = span.strip(" ,;:.")
    return phrase if _OPERATIVE.fullmatch(phrase) else None


def chinese_opening(text: str) -> str | None:
    """The opening of a Chinese paragraph without a marked span, as printed, or None.

    It is the longest head known at the start with 我们 and what only connects or strengthens
    before it; 然而 or 在这方面 stay outside. A heading, which ends in no punctuation, has none.
    """
    found = _CHINESE.match(text) if _SENTENCE_ZH.search(text) else None
    return found[1] if found else None


def _by_rule(text: str, part: str) -> str | None:
    patterns = {
        "preambular": (_PREAMBULAR, WE_ARE, _WE),
        "operative": (_OPERATIVE, WE_ARE, _WE),
        "annex": (WE_ARE, _WE, _OPERATIVE),
    }[part]
    for pattern in patterns:
        if text[:1].isupper() and (match := pattern.match(text)):
            return " ".join(match[0].split())
    return None
