"""Tables of people's accounts, the browsers and programs that act for them, and the links that let people in once."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from archive.accounts.values import LinkPurpose, TokenPurpose
from archive.catalogue.base import Base
from archive.rights import Role


class Account(Base):
    """Someone who may sign in; its fields are those of `AccountEntry`."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    #: What names that look the same have in common.
    key: Mapped[str] = mapped_column(unique=True)
    role: Mapped[Role]
    #: Argon2id with its parameters and salt; "" until the invitation was followed.
    password: Mapped[str]
    #: Stands for it in events; random, never given twice, and meaningless once the account is gone.
    agent: Mapped[str] = mapped_column(unique=True, index=True)
    is_sample: Mapped[bool]
    created_at: Mapped[datetime]
    signed_in_at: Mapped[datetime | None]
    last_visit: Mapped[datetime | None]

    sessions: Mapped[list["WebSession"]] = relationship(back_populates="account", cascade="all, delete-orphan")
    links: Mapped[list["OneTimeLink"]] = relationship(back_populates="account", cascade="all, delete-orphan")
    saved_searches: Mapped[list["SavedSearch"]] = relationship(
        back_populates="account", cascade="all, delete-orphan", order_by="SavedSearch.id"
    )
    access_tokens: Mapped[list["AccessToken"]] = relationship(
        back_populates="account", cascade="all, delete-orphan", order_by="AccessToken.id"
    )


class WebSession(Base):
    """A browser that is signed in, until someone ends it here."""

    __tablename__ = "web_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    #: SHA-256 of the token in the browser's cookie.
    digest: Mapped[str] = mapped_column(unique=True)
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]

    #: Read together: whoever asks for a session wants to know whose it is.
    account: Mapped[Account] = relationship(back_populates="sessions", lazy="joined", innerjoin=True)


class OneTimeLink(Base):
    """A link by which someone sets a password, once."""

    __tablename__ = "one_time_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: None for the first account, which is made by its link.
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    purpose: Mapped[LinkPurpose]
    #: SHA-256 of the token in the link.
    digest: Mapped[str] = mapped_column(unique=True)
    ends_at: Mapped[datetime]

    account: Mapped[Account | None] = relationship(back_populates="links")


class AccessToken(Base):
    """What a program reads with in the name of an account; its fields are those of `TokenEntry`."""

    __tablename__ = "access_token"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    purpose: Mapped[TokenPurpose]
    label: Mapped[str]
    #: SHA-256 of the secret.
    digest: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship(back_populates="access_tokens")


class SavedSearch(Base):
    """A search that somebody keeps; its fields are those of `SavedSearchEntry`."""

    __tablename__ = "saved_search"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    label: Mapped[str]
    address: Mapped[str]
    made_at: Mapped[datetime]
    looked_at: Mapped[datetime]

    account: Mapped[Account] = relationship(back_populates="saved_searches")
