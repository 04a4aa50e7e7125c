//! The program as it is run: its commands, its server, and what becomes of the data when it is killed.
#![expect(clippy::print_stdout, reason = "a test says what it has counted, and what it has left out")]

mod api;
mod bank;
mod commands;
mod crash;
mod evaluate;
mod interview;
mod refusals;
mod run;
mod serve;
mod storage;
