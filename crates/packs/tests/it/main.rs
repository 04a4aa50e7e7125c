//! Packs as a whole: the shipped content, broken files, folders.

mod broken;
mod folder;
mod guides;
mod lint;
mod pack;
mod shipped;
