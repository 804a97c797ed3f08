-- Who works here (C14), for which items they or their windows have authority (K10), and how machines sign in for them.

CREATE TABLE access.staff (
    user_name        text        NOT NULL PRIMARY KEY
                                 CHECK (user_name ~ '^[a-z0-9][a-z0-9.-]{1,63}$' AND user_name NOT IN ('system', 'public')),
    display_name     text        NOT NULL CHECK (length(display_name) BETWEEN 1 AND 100),
    password_hash    text,                                      -- null: signs in through the outside identity provider only
    password_version integer     NOT NULL DEFAULT 1,            -- moves with the password and when disabled: ends sessions
    version          integer     NOT NULL DEFAULT 1,            -- moves with everything, posts too: ends cached credentials
    disabled_at      timestamptz,
    identity         bytea       CHECK (length(identity) = 32), -- keyed digest of the id number (C14); null: not known
    created_at       timestamptz NOT NULL
);
COMMENT ON TABLE access.staff IS 'A name is never deleted nor given to a second person: papers carry it for decades.';

CREATE TABLE access.post (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_name    text        NOT NULL REFERENCES access.staff,
    role         text        NOT NULL CHECK (role IN ('CLERK', 'REVIEWER', 'APPROVER', 'HEAD', 'LEADER', 'CASHIER',
                                                      'SUPERVISOR', 'MANAGER', 'ADMIN', 'AGENT')),
    department   text,
    window_number text,
    division     text,
    given_at     timestamptz NOT NULL,
    withdrawn_at timestamptz,
    -- a post is bound to exactly the body it is exercised for
    CHECK ((department IS NOT NULL) = (role IN ('REVIEWER', 'APPROVER', 'HEAD'))),
    CHECK ((window_number IS NOT NULL) = (role IN ('CLERK', 'CASHIER'))),
    CHECK ((division IS NOT NULL) = (role = 'AGENT'))
);
CREATE UNIQUE INDEX post_held_once ON access.post
    (user_name, role, coalesce(department, window_number, division, '')) WHERE withdrawn_at IS NULL;

CREATE TABLE access.authority (
    id            bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    holder        text    REFERENCES access.staff,
    window_number text,
    item_code     text    NOT NULL,
    power         text    NOT NULL CHECK (power IN ('ACCEPT', 'DECIDE', 'SEAL')),
    from_on       date    NOT NULL,
    until_on      date,
    filed_at      timestamptz NOT NULL,
    filed_by      text    NOT NULL,
    CHECK ((holder IS NULL) <> (window_number IS NULL)),
    CHECK (until_on IS NULL OR until_on >= from_on)
);
-- one open line per holder (or window), item and power
CREATE UNIQUE INDEX authority_open_once ON access.authority
    (coalesce(holder, ''), coalesce(window_number, ''), item_code, power) WHERE until_on IS NULL;
CREATE INDEX authority_by_item ON access.authority (item_code, power);

CREATE TABLE access.token (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_name  text        NOT NULL REFERENCES access.staff,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    digest     bytea       NOT NULL UNIQUE CHECK (length(digest) = 32),  -- SHA-256; the token itself is shown once and not kept
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,                                     -- machine time (T13)
    revoked_at timestamptz
);
CREATE INDEX token_by_user ON access.token (user_name, id);

-- Every change of the above, by whom and when. Append-only.
CREATE TABLE access.change (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    by_name text        NOT NULL,
    type    text        NOT NULL,
    subject text        NOT NULL,
    detail  jsonb       NOT NULL
);
CREATE INDEX change_by_subject ON access.change (subject, id);

CREATE FUNCTION access.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'access.change is append-only';
END
$$;
CREATE TRIGGER change_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.change
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_rewriting();

-- Moves with every change; nodes compare it to know whether what they remember still holds.
CREATE TABLE access.generation (
    only_row boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_row),
    number   bigint  NOT NULL
);
INSERT INTO access.generation (number) VALUES (1);
