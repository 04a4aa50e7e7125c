-- The first schema. Only TEXT, BIGINT, BOOLEAN and DOUBLE PRECISION are used, so that both databases hold the same.
-- Ids are prefixed UUIDv7, times are milliseconds since 1970 (UTC), *_doc columns are JSON with its version inside.
-- Every row belongs to a person and is reached through the person; the composite foreign keys make the database itself
-- refuse a row that points at somebody else's.

-- 'GRNM': says whose file this is, to us and to file(1).
PRAGMA application_id = 1196576333;

CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL,
    settings TEXT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE interviews (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    bar TEXT NOT NULL,
    role TEXT NOT NULL,
    title TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    closed_at BIGINT,
    events BIGINT NOT NULL,
    score BIGINT CHECK (score BETWEEN 0 AND 100),
    version BIGINT NOT NULL,
    UNIQUE (person_id, id)
);
CREATE INDEX interviews_by_update ON interviews (person_id, updated_at, id);
CREATE INDEX interviews_by_creation ON interviews (person_id, created_at, id);

CREATE TABLE interview_events (
    interview_id TEXT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL CHECK (seq >= 1),
    at BIGINT NOT NULL,
    doc TEXT NOT NULL,
    PRIMARY KEY (interview_id, seq)
);

CREATE TABLE interview_questions (
    interview_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (interview_id, question_id),
    FOREIGN KEY (person_id, interview_id) REFERENCES interviews (person_id, id) ON DELETE CASCADE
);
CREATE INDEX interview_questions_by_person ON interview_questions (person_id, interview_id);

CREATE TABLE evaluations (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    question_id TEXT NOT NULL,
    interview_id TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('practice', 'interview', 'api', 'retake')),
    replaces TEXT,
    answer TEXT NOT NULL,
    doc TEXT NOT NULL,
    score BIGINT CHECK (score BETWEEN 0 AND 100),
    engine TEXT NOT NULL,
    engine_version TEXT NOT NULL,
    rubric_revision TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (person_id, id),
    FOREIGN KEY (person_id, interview_id) REFERENCES interviews (person_id, id) ON DELETE CASCADE
);
CREATE INDEX evaluations_by_time ON evaluations (person_id, created_at, id);
-- With the score, so that the latest result of each question is found in the index alone, without reading answers.
CREATE INDEX evaluations_by_question ON evaluations (person_id, question_id, created_at, id, score);
CREATE INDEX evaluations_by_interview ON evaluations (person_id, interview_id, created_at, id);
CREATE INDEX evaluations_by_replaced ON evaluations (person_id, replaces);

CREATE TABLE drafts (
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, key)
);

CREATE TABLE idempotency_keys (
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    made TEXT,
    status BIGINT,
    content_type TEXT,
    location TEXT,
    body TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, key)
);
CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);

-- One row that the health check overwrites: the only honest way to learn whether writes work is to write.
CREATE TABLE probes (
    name TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL
);
