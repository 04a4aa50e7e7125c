//! The configuration: defaults, then a file, then the environment, then flags. Unknown keys are refused.

use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};

use anyhow::Result;
use etcetera::BaseStrategy;
use serde::Deserialize;

use crate::cli::{Common, LogFormat, Serve};
use crate::exit::{Exit, Stop};

/// What every variable of ours begins with.
const PREFIX: &str = "GREENROOM_";

/// Variables with our prefix that are not configuration but belong to the tests.
const NOT_OURS: &[&str] = &["GREENROOM_TEST_", "GREENROOM_REQUIRE_", "GREENROOM_BIN"];

/// A value and where it comes from.
#[derive(Debug, Clone)]
pub(crate) struct Setting<T> {
    pub(crate) value: T,
    pub(crate) from: Origin,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    Default,
    File,
    Environment,
    Flag,
}

impl Origin {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::File => "file",
            Self::Environment => "environment",
            Self::Flag => "flag",
        }
    }
}

/// The configuration that holds.
#[derive(Debug, Clone)]
pub(crate) struct Config {
    /// The file that was read, if there was one.
    pub(crate) file: Option<PathBuf>,
    /// Folder of the SQLite file.
    pub(crate) data: Setting<PathBuf>,
    /// PostgreSQL in its place.
    pub(crate) database: Setting<Option<String>>,
    /// Folder of content in place of the built-in one.
    pub(crate) content: Setting<Option<PathBuf>>,
    pub(crate) host: Setting<IpAddr>,
    pub(crate) port: Setting<u16>,
    /// Host names besides localhost.
    pub(crate) allowed_hosts: Setting<Vec<String>>,
    pub(crate) log: Setting<String>,
    pub(crate) log_format: Setting<LogFormat>,
    /// How many connections are held at once.
    pub(crate) connections_max: Setting<usize>,
    /// How many changing requests one address may make in a minute.
    pub(crate) changes_per_minute: Setting<u32>,
}

/// One layer: what a file or the environment says.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Layer {
    data: Option<PathBuf>,
    database: Option<String>,
    content: Option<PathBuf>,
    host: Option<IpAddr>,
    port: Option<u16>,
    allowed_hosts: Option<Vec<String>>,
    log: Option<String>,
    log_format: Option<LogFormat>,
    connections_max: Option<usize>,
    changes_per_minute: Option<u32>,
}

impl Config {
    /// Reads all layers.
    ///
    /// # Errors
    /// A [`Stop`] that names the key, where it stands and what would be right.
    pub(crate) fn load(common: &Common, serve: &Serve, env: &[(String, String)]) -> Result<Self> {
        let (file, from_file) = read_file(common.config.as_deref())?;
        let from_env = read_env(env)?;
        let from_flags = Layer {
            data: common.data.clone(),
            database: common.database.clone(),
            content: common.content.clone(),
            host: serve.host,
            port: serve.port,
            allowed_hosts: (!serve.allowed_hosts.is_empty()).then(|| serve.allowed_hosts.clone()),
            log: common.log.clone(),
            log_format: common.log_format,
            ..Layer::default()
        };
        let layers = [(Origin::Flag, from_flags), (Origin::Environment, from_env), (Origin::File, from_file)];
        let data = match pick(&layers, |l| l.data.clone()) {
            Some(setting) => setting,
            None => Setting { value: default_data()?, from: Origin::Default },
        };
        let or = |found: Option<Setting<String>>, value: &str| {
            found.unwrap_or_else(|| Setting { value: value.to_owned(), from: Origin::Default })
        };
        Ok(Self {
            file,
            data,
            database: optional(pick(&layers, |l| l.database.clone())),
            content: optional(pick(&layers, |l| l.content.clone())),
            host: pick(&layers, |l| l.host).unwrap_or(default(IpAddr::V4(Ipv4Addr::LOCALHOST))),
            port: pick(&layers, |l| l.port).unwrap_or(default(8080)),
            allowed_hosts: pick(&layers, |l| l.allowed_hosts.clone()).unwrap_or(default(Vec::new())),
            log: or(pick(&layers, |l| l.log.clone()), "info"),
            log_format: pick(&layers, |l| l.log_format).unwrap_or(default(LogFormat::Text)),
            connections_max: pick(&layers, |l| l.connections_max).unwrap_or(default(1024)),
            changes_per_minute: pick(&layers, |l| l.changes_per_minute).unwrap_or(default(600)),
        })
    }

    /// The SQLite file.
    pub(crate) fn database_file(&self) -> PathBuf {
        self.data.value.join("greenroom.db")
    }
}

fn default<T>(value: T) -> Setting<T> {
    Setting { value, from: Origin::Default }
}

fn optional<T>(found: Option<Setting<T>>) -> Setting<Option<T>> {
    match found {
        Some(setting) => Setting { value: Some(setting.value), from: setting.from },
        None => default(None),
    }
}

/// The value of the first layer that has one.
fn pick<T>(layers: &[(Origin, Layer)], get: impl Fn(&Layer) -> Option<T>) -> Option<Setting<T>> {
    layers.iter().find_map(|(from, layer)| Some(Setting { value: get(layer)?, from: *from }))
}

fn default_data() -> Result<PathBuf> {
    let folder = folder_of(|places| places.data_dir()).ok_or_else(|| {
        Stop::new(
            Exit::Usage,
            "there is no home directory to keep the data in; name a folder with --data DIR",
        )
    })?;
    Ok(folder)
}

/// Our folder in one of the platform's usual places; `None` where there is no home directory.
fn folder_of(place: impl Fn(&dyn BaseStrategy) -> PathBuf) -> Option<PathBuf> {
    let places = etcetera::base_strategy::choose_native_strategy().ok()?;
    Some(place(&places).join("greenroom"))
}

/// The configuration file: the one that was named, which must be there, or the usual one, which may be.
fn read_file(named: Option<&Path>) -> Result<(Option<PathBuf>, Layer)> {
    let usual = folder_of(|places| places.config_dir()).map(|folder| folder.join("greenroom.toml"));
    let Some(path) = named.map(Path::to_path_buf).or(usual) else { return Ok((None, Layer::default())) };
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => {
            return Ok((None, Layer::default()));
        }
        Err(error) => {
            let message = format!("cannot read the configuration file {}: {error}", path.display());
            return Err(Stop::new(Exit::Usage, message).into());
        }
    };
    let layer = toml::from_str(&text)
        .map_err(|error| Stop::new(Exit::Usage, format!("{} cannot be used: {error}", path.display())))?;
    Ok((Some(path), layer))
}

fn read_env(env: &[(String, String)]) -> Result<Layer> {
    let mut layer = Layer::default();
    for (name, value) in env {
        let Some(key) = name.strip_prefix(PREFIX) else { continue };
        if NOT_OURS.iter().any(|other| name.starts_with(other)) {
            continue;
        }
        match key {
            "DATA" => layer.data = Some(value.into()),
            "DATABASE" => layer.database = Some(value.clone()),
            "CONTENT" => layer.content = Some(value.into()),
            "HOST" => layer.host = Some(parse(name, value, "an address such as 127.0.0.1")?),
            "PORT" => layer.port = Some(parse(name, value, "a number from 0 to 65535")?),
            "ALLOWED_HOSTS" => {
                layer.allowed_hosts = Some(value.split(',').map(|host| host.trim().to_owned()).collect());
            }
            "LOG" => layer.log = Some(value.clone()),
            "LOG_FORMAT" => layer.log_format = Some(log_format(name, value)?),
            "CONNECTIONS_MAX" => layer.connections_max = Some(parse(name, value, "a number")?),
            "CHANGES_PER_MINUTE" => layer.changes_per_minute = Some(parse(name, value, "a number")?),
            _ => {
                let message = format!(
                    "the environment has {name}, which is not a setting; `greenroom config` lists them"
                );
                return Err(Stop::new(Exit::Usage, message).into());
            }
        }
    }
    Ok(layer)
}

fn parse<T: std::str::FromStr>(name: &str, value: &str, wanted: &str) -> Result<T> {
    value
        .parse()
        .map_err(|_| Stop::new(Exit::Usage, format!("{name} is '{value}' and should be {wanted}")).into())
}

fn log_format(name: &str, value: &str) -> Result<LogFormat> {
    match value {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err(Stop::new(Exit::Usage, format!("{name} is '{value}' and should be text or json")).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(file: &str, env: &[(&str, &str)], serve: &Serve) -> Result<Config> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("greenroom.toml");
        std::fs::write(&path, file)?;
        let common = Common { config: Some(path), data: Some("/tmp/x".into()), ..Common::default() };
        let env: Vec<_> = env.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Config::load(&common, serve, &env)
    }

    #[test]
    fn flags_win_over_the_environment_and_that_over_the_file() {
        let none = Serve::default();
        let flag = Serve { port: Some(3), ..Serve::default() };
        let port = |config: Result<Config>| config.map(|c| (c.port.value, c.port.from)).expect("it loads");
        assert_eq!(port(load("", &[], &none)), (8080, Origin::Default));
        assert_eq!(port(load("port = 1", &[], &none)), (1, Origin::File));
        assert_eq!(port(load("port = 1", &[("GREENROOM_PORT", "2")], &none)), (2, Origin::Environment));
        assert_eq!(port(load("port = 1", &[("GREENROOM_PORT", "2")], &flag)), (3, Origin::Flag));
    }

    #[test]
    fn unknown_keys_are_refused_by_name() {
        let none = Serve::default();
        let error = load("prot = 1", &[], &none).expect_err("an unknown key").to_string();
        assert!(error.contains("prot") && error.contains("line 1"), "{error}");
        let error = load("", &[("GREENROOM_PROT", "1")], &none).expect_err("an unknown variable").to_string();
        assert!(error.contains("GREENROOM_PROT"), "{error}");
        assert!(load("", &[("GREENROOM_TEST_POSTGRES", "x")], &none).is_ok());
    }
}
