"""Names of agencies and outlets: which there are, what else they are called, which hosts are theirs.

Tables: ``resources/common/agencies.toml`` and ``outlets.toml``, which people can extend. The invariant: a credit always
bears the name of the table, whatever form the page used; a name that no table knows stays as the page wrote it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from twosource.resources import load

_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """The tables, made ready for look-up.

    Attributes:
        agencies: Every form of an agency's name, folded, to its name.
        outlets: The same for outlets.
        hosts: Host to name.
        ambiguous: Names that are also words or other bodies.
        in_text: Pattern of all names that may be credited in running text.
    """

    agencies: dict[str, str]
    outlets: dict[str, str]
    hosts: dict[str, str]
    ambiguous: frozenset[str]
    in_text: re.Pattern[str]


@cache
def names() -> Names:
    """The names that twosource knows."""
    agencies, outlets = load("common", "agencies"), load("common", "outlets")
    agency_forms = {form: one["name"] for one in agencies["agencies"] for form in (one["name"], *one.get("names", ()))}
    outlet_forms = {name: name for name in outlets["hosts"].values()}
    outlet_forms.update({form: name for name, forms in outlets["names"].items() for form in forms})
    ambiguous = frozenset(agencies["ambiguous"]) | frozenset(outlets["ambiguous"])
    clear = sorted({*agency_forms, *outlet_forms} - ambiguous, key=lambda form: (-len(form), form))
    return Names(
        agencies={form.casefold(): name for form, name in agency_forms.items()},
        outlets={form.casefold(): name for form, name in outlet_forms.items()},
        hosts={
            **outlets["hosts"],
            **{host: one["name"] for one in agencies["agencies"] for host in one.get("hosts", ())},
        },
        ambiguous=ambiguous,
        in_text=re.compile(r"(?<![\w@./-])(?:" + "|".join(map(re.escape, clear)) + r")(?![\w@-]|\.\w)"),
    )


def agency_named(text: str) -> str | None:
    """The agency that ``text`` names and nothing beside it.

    >>> agency_named("The Associated Press"), agency_named("REUTERS"), agency_named("Jane Doe")
    ('AP', 'Reuters', None)
    """
    folded = _ARTICLE.sub("", text.strip(" .,;:()[]*_|/–—-\u00a0"), count=1).casefold()
    known = names().agencies
    return known.get(folded) or known.get(re.sub(r"\s+(?:news agency|agency|news|photo|pictures|images)$", "", folded))


def outlet_named(text: str) -> str | None:
    """The outlet of the table that ``text`` names and nothing beside it."""
    folded = text.strip(" .,;:()[]*_|/–—-\u00a0").casefold()
    known = names().outlets
    return known.get(folded) or known.get(_ARTICLE.sub("", folded, count=1)) or known.get(f"the {folded}")


def credited(text: str) -> str:
    """The name that a credit to ``text`` bears."""
    plain = text.strip(" .,;:[]*_|\u00a0")
    return agency_named(text) or outlet_named(text) or (plain if "(" in plain else plain.rstrip(")"))


def host_of(url: str | None) -> str | None:
    """The host of an address without ``www.`` and port; of an archived copy, the host of the original.

    >>> host_of("http://web.archive.org/web/20190305/http://www.observer.example:80/a"), host_of("observer.example")
    ('observer.example', 'observer.example')
    """
    if not url:
        return None
    inner = re.search(r"/(?:web/)?\d{8,14}(?:[a-z_]{0,4})/(https?://\S+)", url)
    address = inner[1] if inner else url.strip()
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return None
    host = (host or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    return host if "." in host and " " not in host else None


def address_of(url: str | None) -> str | None:
    """An address as it was given; ``None`` for what cannot be one.

    >>> address_of("https://observer.example/a"), address_of("https://[observer.example/a")
    ('https://observer.example/a', None)
    """
    try:
        urlsplit(url or "")
    except ValueError:
        return None
    return url


def outlet_at(url: str | None) -> str | None:
    """The outlet whose site an address is on: by the table, else the host itself."""
    host = host_of(url)
    if not host:
        return None
    parts = host.split(".")
    known = names().hosts
    above = (".".join(parts[index:]) for index in range(len(parts) - 1))
    return next((known[one] for one in above if one in known), host)
