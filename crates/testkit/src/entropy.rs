//! Randomness that can be had again.

use greenroom_core::Entropy;

/// The same bytes for the same seed, on every machine.
///
/// # Source
/// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
#[derive(Debug, Clone)]
pub struct SeededEntropy {
    state: u64,
}

impl SeededEntropy {
    /// Randomness that `seed` alone decides.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A number below `bound`; 0 if that is 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.number().checked_rem(bound).unwrap_or(0)
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

impl Entropy for SeededEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let random = self.next().to_le_bytes();
            chunk.copy_from_slice(&random[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_decides_everything() {
        let bytes = |seed| {
            let mut bytes = [0u8; 21];
            SeededEntropy::new(seed).fill(&mut bytes);
            bytes
        };
        assert_eq!(bytes(7), bytes(7));
        assert_ne!(bytes(7), bytes(8));
        assert_eq!(SeededEntropy::new(1).below(0), 0);
    }

    #[test]
    fn it_is_the_published_generator() {
        // The first numbers of the reference implementation for the seed 1234567.
        let mut entropy = SeededEntropy::new(1_234_567);
        assert_eq!(entropy.number(), 6_457_827_717_110_365_317);
        assert_eq!(entropy.number(), 3_203_168_211_198_807_973);
    }
}
