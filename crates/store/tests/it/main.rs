//! The contract of the store. Each test of a `contract!` runs on SQLite and on PostgreSQL; PostgreSQL is taken from
//! `GREENROOM_TEST_POSTGRES` (an address of a server on which schemas may be created), and must be there if
//! `GREENROOM_REQUIRE_POSTGRES` is `1`.

#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

mod drafts;
mod erase;
mod evaluations;
mod faults;
mod group_commit;
mod harness;
mod health;
mod idempotency;
mod interviews;
mod open;
mod people;
mod schema;
mod units;
