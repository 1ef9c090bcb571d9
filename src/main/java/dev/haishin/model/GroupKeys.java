package dev.haishin.model;

import dev.haishin.delivery.KeyDistribution;

/**
 * Which groups get new keys how often.
 *
 * @param keys what a new key takes
 * @param kind of chats, by number among those of the plan, that have group keys
 * @param perGroupPerSecond membership changes of one group, each of which begins a key epoch; 0 if
 *     no key is ever made anew
 */
public record GroupKeys(KeyDistribution keys, int kind, double perGroupPerSecond) {
  /** No group ever gets a new key. */
  static final GroupKeys LASTING = new GroupKeys(KeyDistribution.NONE, 0, 0);
}
