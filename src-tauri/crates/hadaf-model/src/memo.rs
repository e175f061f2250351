//! Remembers what is dear to make: the newest answers by the digest of what they rest on.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// SHA-256 of everything that an answer depends on.
pub(crate) type Key = [u8; 32];

/// The newest answers. Whoever asks for one that is being made waits for it; others do not, since nothing is
/// made under the lock.
#[derive(Debug)]
pub(crate) struct Memo<T> {
    slots: Mutex<VecDeque<(Key, Arc<OnceLock<T>>)>>,
    room: usize,
}

impl<T: Clone> Memo<T> {
    /// Keeps at most `room` answers; the one that was not asked for longest goes first.
    pub(crate) fn new(room: usize) -> Self {
        Self {
            slots: Mutex::new(VecDeque::new()),
            room,
        }
    }

    /// The answer to a key, made when it is not remembered.
    pub(crate) fn get(&self, key: Key, make: impl FnOnce() -> T) -> T {
        self.slot(key).get_or_init(make).clone()
    }

    fn slot(&self, key: Key) -> Arc<OnceLock<T>> {
        // A panic elsewhere leaves at worst a slot without an answer, which the next one makes.
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let known = slots.iter().position(|(known, _)| *known == key);
        let slot = known
            .and_then(|place| slots.remove(place))
            .map_or_else(Arc::default, |(_, slot)| slot);
        slots.push_front((key, Arc::clone(&slot)));
        slots.truncate(self.room);
        slot
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn key(number: u8) -> Key {
        [number; 32]
    }

    #[test]
    fn the_one_not_asked_for_longest_is_forgotten() {
        let memo = Memo::new(2);
        let made = AtomicUsize::new(0);
        let ask = |number| {
            memo.get(key(number), || {
                made.fetch_add(1, Ordering::Relaxed);
                number
            })
        };
        assert_eq!([1, 2, 1, 3, 1, 2].map(ask), [1, 2, 1, 3, 1, 2]);
        // 1, 2 and 3 once each; 2 again, as 3 took its place.
        assert_eq!(made.load(Ordering::Relaxed), 4);
    }

    #[test]
    fn many_that_ask_at_once_share_one_answer() {
        let memo = Memo::new(2);
        let made = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    memo.get(key(1), || {
                        std::thread::sleep(std::time::Duration::from_millis(5));
                        made.fetch_add(1, Ordering::Relaxed)
                    })
                });
            }
        });
        assert_eq!(made.load(Ordering::Relaxed), 1);
    }
}
