//! The registry: every statement by name. One text for both databases; a test prepares each of them on both.
//!
//! Placeholders are numbered. Row values, upserts, window functions and `CAST` are written the way both understand.
//! What only one database knows stands in [`sqlite`] and [`postgres`].

use crate::Kind;

/// A statement of the store, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// Its name in the source.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! statements {
    ($($(#[$doc:meta])* $NAME:ident = $text:literal;)*) => {
        $($(#[$doc])* pub(crate) const $NAME: &str = $text;)*

        /// All statements of this module.
        pub(crate) const ALL: &[crate::sql::Statement] =
            &[$(crate::sql::Statement { name: stringify!($NAME), text: $NAME }),*];
    };
}

/// The statements that a database is given: those that both run, and its own. For X-ray, and for the test that prepares
/// them.
pub fn statements(kind: Kind) -> Vec<Statement> {
    let own = match kind {
        Kind::Sqlite => sqlite::ALL,
        Kind::Postgres => postgres::ALL,
    };
    [ALL, own].concat()
}

statements! {
    // --- people ---
    PERSON_FIND = "SELECT id, created_at, settings, version FROM people WHERE id = $1";
    PERSON_OLDEST = "SELECT id, created_at, settings, version FROM people ORDER BY created_at, id LIMIT 1";
    PERSON_INSERT = "INSERT INTO people (id, created_at, settings, version) VALUES ($1, $2, $3, 1)";
    PERSON_UPDATE = "UPDATE people SET settings = $1, version = version + 1 WHERE id = $2 AND version = $3";
    /// Everything that belongs to the person goes with the row, by `ON DELETE CASCADE`.
    PERSON_DELETE = "DELETE FROM people WHERE id = $1";
    PERSON_COUNTS = "SELECT \
        (SELECT COUNT(*) FROM interviews WHERE person_id = $1) AS interviews, \
        (SELECT COUNT(*) FROM evaluations WHERE person_id = $1) AS evaluations, \
        (SELECT COUNT(*) FROM drafts WHERE person_id = $1) AS drafts";

    // --- interviews ---
    INTERVIEW_FIND = "SELECT id, state, bar, role, title, created_at, updated_at, closed_at, events, score, version \
        FROM interviews WHERE person_id = $1 AND id = $2";
    INTERVIEW_LIST = "SELECT id, state, bar, role, title, created_at, updated_at, closed_at, events, score, version \
        FROM interviews WHERE person_id = $1 AND (updated_at, id) < ($2, $3) \
        ORDER BY updated_at DESC, id DESC LIMIT $4";
    INTERVIEW_INSERT = "INSERT INTO interviews \
        (id, person_id, state, bar, role, title, created_at, updated_at, closed_at, events, score, version) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11)";
    INTERVIEW_UPDATE = "UPDATE interviews SET state = $1, title = $2, score = $3, updated_at = $4, closed_at = $5, \
        version = version + 1 WHERE person_id = $6 AND id = $7 AND version = $8";
    /// Also what makes two writers of the same interview exclude each other: only one finds the expected count.
    INTERVIEW_EXTEND = "UPDATE interviews SET events = $1, updated_at = $2 \
        WHERE person_id = $3 AND id = $4 AND events = $5";
    INTERVIEW_DELETE = "DELETE FROM interviews WHERE person_id = $1 AND id = $2";
    EVENT_APPEND = "INSERT INTO interview_events (interview_id, seq, at, doc) VALUES ($1, $2, $3, $4)";
    EVENT_LIST = "SELECT e.seq, e.at, e.doc FROM interview_events e JOIN interviews i ON i.id = e.interview_id \
        WHERE i.person_id = $1 AND e.interview_id = $2 AND e.seq > $3 ORDER BY e.seq";
    QUESTION_NOTE = "INSERT INTO interview_questions (interview_id, person_id, question_id, asked_at) \
        VALUES ($1, $2, $3, $4) ON CONFLICT (interview_id, question_id) DO NOTHING";
    QUESTION_RECENT = "SELECT q.question_id, q.interview_id, q.asked_at FROM interview_questions q \
        WHERE q.person_id = $1 AND q.interview_id IN \
        (SELECT id FROM interviews WHERE person_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2) \
        ORDER BY q.asked_at DESC, q.question_id";

    // --- evaluations ---
    EVALUATION_FIND = "SELECT id, question_id, interview_id, origin, replaces, answer, doc, engine, engine_version, \
        rubric_revision, created_at FROM evaluations WHERE person_id = $1 AND id = $2";
    EVALUATION_LIST = "SELECT id, question_id, interview_id, origin, replaces, answer, doc, engine, engine_version, \
        rubric_revision, created_at FROM evaluations WHERE person_id = $1 AND (created_at, id) < ($2, $3) \
        ORDER BY created_at DESC, id DESC LIMIT $4";
    EVALUATION_LIST_OF_QUESTION = "SELECT id, question_id, interview_id, origin, replaces, answer, doc, engine, \
        engine_version, rubric_revision, created_at FROM evaluations \
        WHERE person_id = $1 AND question_id = $2 AND (created_at, id) < ($3, $4) \
        ORDER BY created_at DESC, id DESC LIMIT $5";
    EVALUATION_LIST_OF_INTERVIEW = "SELECT id, question_id, interview_id, origin, replaces, answer, doc, engine, \
        engine_version, rubric_revision, created_at FROM evaluations \
        WHERE person_id = $1 AND interview_id = $2 AND (created_at, id) < ($3, $4) \
        ORDER BY created_at DESC, id DESC LIMIT $5";
    EVALUATION_INSERT = "INSERT INTO evaluations (id, person_id, question_id, interview_id, origin, replaces, answer, \
        doc, score, engine, engine_version, rubric_revision, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    EVALUATION_EXISTS = "SELECT COUNT(*) AS count FROM evaluations WHERE person_id = $1 AND id = $2";
    /// Counted in the index alone; a window over all rows takes ten times as long.
    EVALUATION_LATEST = "SELECT counted.question_id, latest.id, latest.score, counted.best, counted.times, \
        latest.created_at FROM (SELECT question_id, MAX(score) AS best, COUNT(*) AS times FROM evaluations \
        WHERE person_id = $1 GROUP BY question_id) AS counted \
        JOIN evaluations AS latest ON latest.person_id = $1 AND latest.id = (SELECT id FROM evaluations \
        WHERE person_id = $1 AND question_id = counted.question_id ORDER BY created_at DESC, id DESC LIMIT 1) \
        ORDER BY counted.question_id";
    EVALUATION_COUNTS = "SELECT COUNT(*) AS evaluations, COUNT(score) AS scored, \
        COUNT(DISTINCT question_id) AS questions, MAX(created_at) AS last_at FROM evaluations WHERE person_id = $1";
    /// Before an interview goes, with its evaluations: what was an improvement of one of them stands alone then.
    EVALUATION_UNLINK = "UPDATE evaluations SET replaces = NULL WHERE person_id = $1 AND replaces IN \
        (SELECT id FROM evaluations WHERE person_id = $1 AND interview_id = $2)";

    // --- drafts ---
    DRAFT_FIND = "SELECT text, updated_at FROM drafts WHERE person_id = $1 AND key = $2";
    DRAFT_PUT = "INSERT INTO drafts (person_id, key, text, updated_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (person_id, key) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at";
    DRAFT_DELETE = "DELETE FROM drafts WHERE person_id = $1 AND key = $2";

    // --- idempotency ---
    /// Touches one row if the key is new or expired, none if it is taken. No check comes before it: two retries at the
    /// same moment would both pass a check, while the primary key lets only one of them in.
    IDEMPOTENCY_BEGIN = "INSERT INTO idempotency_keys (person_id, key, fingerprint, created_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person_id, key) DO UPDATE SET fingerprint = excluded.fingerprint, \
        made = NULL, status = NULL, content_type = NULL, location = NULL, body = NULL, created_at = excluded.created_at, \
        expires_at = excluded.expires_at WHERE idempotency_keys.expires_at <= excluded.created_at";
    IDEMPOTENCY_FIND = "SELECT fingerprint, made, status, content_type, location, body FROM idempotency_keys \
        WHERE person_id = $1 AND key = $2";
    IDEMPOTENCY_MADE = "UPDATE idempotency_keys SET made = $1, expires_at = $2 \
        WHERE person_id = $3 AND key = $4 AND status IS NULL";
    IDEMPOTENCY_FINISH = "UPDATE idempotency_keys SET status = $1, content_type = $2, location = $3, body = $4, \
        expires_at = $5 WHERE person_id = $6 AND key = $7 AND status IS NULL";
    IDEMPOTENCY_FORGET = "DELETE FROM idempotency_keys WHERE person_id = $1 AND key = $2 AND status IS NULL \
        AND made IS NULL";
    IDEMPOTENCY_RELEASE = "DELETE FROM idempotency_keys WHERE status IS NULL AND made IS NULL";
    IDEMPOTENCY_SWEEP = "DELETE FROM idempotency_keys WHERE expires_at <= $1";

    // --- the store itself ---
    APPLIED_MIGRATIONS = "SELECT version, checksum FROM _sqlx_migrations ORDER BY version";
    SCHEMA_VERSION = "SELECT MAX(version) FROM _sqlx_migrations";
    PROBE_READ = "SELECT COUNT(*) FROM probes";
    PROBE_WRITE = "INSERT INTO probes (name, at) VALUES ('health', $1) ON CONFLICT (name) DO UPDATE SET at = excluded.at";
    COUNTS = "SELECT \
        (SELECT COUNT(*) FROM people) AS people, \
        (SELECT COUNT(*) FROM interviews) AS interviews, \
        (SELECT COUNT(*) FROM interview_events) AS events, \
        (SELECT COUNT(*) FROM evaluations) AS evaluations, \
        (SELECT COUNT(*) FROM drafts) AS drafts, \
        (SELECT COUNT(*) FROM idempotency_keys) AS idempotency_keys";
}

/// What only SQLite knows.
pub(crate) mod sqlite {
    statements! {
        BEGIN = "BEGIN IMMEDIATE";
        COMMIT = "COMMIT";
        ROLLBACK = "ROLLBACK";
        SAVEPOINT = "SAVEPOINT unit";
        RELEASE = "RELEASE unit";
        ROLLBACK_TO = "ROLLBACK TO unit";
        VERSION = "SELECT sqlite_version()";
        APPLICATION_ID = "SELECT application_id FROM pragma_application_id()";
        TABLES = "SELECT COUNT(*) FROM sqlite_schema";
        HAS_MIGRATIONS = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = '_sqlx_migrations'";
        CHECKPOINT = "PRAGMA wal_checkpoint(TRUNCATE)";
        VACUUM = "VACUUM";
        OPTIMIZE = "PRAGMA optimize";
        SETTINGS = "SELECT (SELECT journal_mode FROM pragma_journal_mode()) AS journal_mode, \
            (SELECT synchronous FROM pragma_synchronous()) AS synchronous, \
            (SELECT foreign_keys FROM pragma_foreign_keys()) AS foreign_keys, \
            (SELECT secure_delete FROM pragma_secure_delete()) AS secure_delete";
    }
}

/// What only PostgreSQL knows.
pub(crate) mod postgres {
    statements! {
        VERSION = "SELECT current_setting('server_version')";
        SIZE = "SELECT pg_database_size(current_database())";
        /// Lets only one node create the single person: elsewhere a unique key decides, but here every id is fresh.
        /// SQLite needs none, as it has one writer. The number is `GRNM` and a 1.
        SINGLE_PERSON_LOCK = "SELECT pg_advisory_xact_lock(5139254535667613697)";
    }
}
