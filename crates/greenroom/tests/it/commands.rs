//! The commands that look at the program itself, and what all commands share.

use crate::run::{Ran, greenroom, program};

#[test]
fn help_names_every_command_and_the_exit_codes() {
    let help = greenroom(&["--help"]).ok().out;
    for word in
        ["serve", "interview", "evaluate", "bank", "doctor", "config", "completions", "Exit codes", "--data"]
    {
        assert!(help.contains(word), "{word} is missing in:\n{help}");
    }
    for command in ["serve", "interview", "evaluate", "bank", "doctor", "config", "completions"] {
        let help = greenroom(&[command, "--help"]).ok().out;
        assert!(help.contains("Usage"), "{help}");
        assert!(help.lines().all(|line| line.chars().count() <= 110), "too wide:\n{help}");
    }
}

#[test]
fn the_version_is_printed() {
    assert!(greenroom(&["--version"]).ok().out.contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn an_unknown_command_is_wrong_usage() {
    let ran = greenroom(&["sevre"]).ended(2);
    assert!(ran.err.contains("serve"), "it names what comes close: {}", ran.err);
}

#[test]
fn completions_are_printed_for_each_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let out = greenroom(&["completions", shell]).ok().out;
        assert!(out.contains("greenroom") && out.contains("evaluate"), "{shell}: {out}");
    }
    greenroom(&["completions", "tcsh"]).ended(2);
}

#[test]
fn config_shows_each_value_and_where_it_comes_from() {
    let program = program().env("GREENROOM_PORT", "9000");
    let file = program.home().join("my.toml");
    std::fs::write(&file, "log = \"debug\"\n").expect("it is written");
    let file = file.to_str().expect("UTF-8");
    let ran: Ran = program
        .run(["config", "--config", file, "--data", "/tmp/there", "--format", "json"])
        .expect("it runs")
        .into();
    let json = ran.ok().json();
    for (key, value, from) in [
        ("port", "9000", "environment"),
        ("log", "\"debug\"", "file"),
        ("data", "\"/tmp/there\"", "flag"),
        ("host", "\"127.0.0.1\"", "default"),
    ] {
        assert_eq!(json[key]["value"].to_string(), value, "{json}");
        assert_eq!(json[key]["from"], from, "{json}");
    }
    let ran: Ran = program.run(["config", "--config", file]).expect("it runs").into();
    assert!(ran.ok().out.contains("9000"));
}

#[test]
fn a_password_is_never_printed() {
    let ran = greenroom(&["config", "--database", "postgres://me:topsecret@db/greenroom"]).ok();
    assert!(!ran.out.contains("topsecret"), "{}", ran.out);
    let ran =
        greenroom(&["config", "--format", "json", "--database", "postgres://me:topsecret@db/greenroom"]).ok();
    assert!(!ran.out.contains("topsecret"), "{}", ran.out);
    let ran = greenroom(&["doctor", "--database", "postgres://me:topsecret@127.0.0.1:1/greenroom"]).ended(1);
    assert!(!ran.out.contains("topsecret") && !ran.err.contains("topsecret"), "{}{}", ran.out, ran.err);
}

#[test]
fn unknown_keys_are_refused_by_name() {
    let program = program();
    let file = program.home().join("my.toml");
    std::fs::write(&file, "port = 1\nprot = 2\n").expect("it is written");
    let ran: Ran =
        program.run(["config", "--config", file.to_str().expect("UTF-8")]).expect("it runs").into();
    let ran = ran.ended(2);
    assert!(ran.err.contains("prot") && ran.err.contains("my.toml"), "{}", ran.err);
    let ran: Ran = crate::run::program().env("GREENROOM_PROT", "1").run(["config"]).expect("it runs").into();
    let ran = ran.ended(2);
    assert!(ran.err.contains("GREENROOM_PROT"), "{}", ran.err);
    let ran: Ran =
        crate::run::program().env("GREENROOM_PORT", "a lot").run(["config"]).expect("it runs").into();
    assert!(ran.ended(2).err.contains("GREENROOM_PORT"));
}

#[test]
fn a_configuration_file_that_was_named_must_be_there() {
    let ran = greenroom(&["config", "--config", "/no/such/greenroom.toml"]).ended(2);
    assert!(ran.err.contains("/no/such/greenroom.toml"), "{}", ran.err);
}

#[test]
fn doctor_finds_a_fresh_machine_in_order() {
    let json = greenroom(&["doctor", "--format", "json"]).ok().json();
    let checks = json.as_array().expect("a list");
    assert!(checks.len() >= 5, "{json}");
    assert!(checks.iter().all(|check| check["ok"] == true), "{json}");
    let text = greenroom(&["doctor"]).ok().out;
    assert!(text.contains("questions") && text.contains("greenroom.db"), "{text}");
}

#[test]
fn doctor_says_what_is_wrong() {
    let program = program();
    std::fs::write(program.home().join("file"), "not a folder").expect("it is written");
    let under_a_file = program.home().join("file/data");
    let ran: Ran =
        program.run(["doctor", "--data", under_a_file.to_str().expect("UTF-8")]).expect("it runs").into();
    assert!(ran.ended(1).out.contains("file/data"));
    let ran = greenroom(&["doctor", "--content", "/no/such/folder"]).ended(1);
    assert!(ran.out.contains("/no/such/folder"), "{}", ran.out);
}

/// A terminal is needed to see colour: `script` makes one.
#[test]
fn colour_is_shown_on_a_terminal_and_no_color_switches_it_off() {
    let on_terminal = |no_color: Option<&str>| {
        let program = program().env("TERM", "xterm");
        let mut command = program.command();
        let inner = format!("'{}' bank list --topic caching", env!("CARGO_BIN_EXE_greenroom"));
        let mut script = std::process::Command::new("script");
        script
            .args(["-q", "-e", "-c", &inner, "/dev/null"])
            .env_clear()
            .envs(command.get_envs().filter_map(|(k, v)| Some((k, v?))));
        script.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        if let Some(value) = no_color {
            script.env("NO_COLOR", value);
        }
        command.env_clear();
        script.output().ok().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Some(plain) = on_terminal(None) else {
        println!("left out: there is no `script` to make a terminal with (Debian: bsdutils)");
        return;
    };
    assert!(plain.contains('\u{1b}'), "{plain:?}");
    let without = on_terminal(Some("1")).expect("it was there before");
    assert!(without.contains("caching") && !without.contains('\u{1b}'), "{without:?}");
    // https://no-color.org: an empty value does not count.
    assert!(on_terminal(Some("")).expect("it was there before").contains('\u{1b}'));
}

#[test]
fn a_reader_that_closes_early_is_no_error() {
    let inner =
        format!("'{0}' bank list | head -n 1; echo \"${{PIPESTATUS[0]}}\"", env!("CARGO_BIN_EXE_greenroom"));
    let Ok(output) = std::process::Command::new("bash").args(["-c", &inner]).output() else {
        println!("left out: there is no bash");
        return;
    };
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.trim_end().ends_with('0'), "{text}");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
