package dev.haishin.scenario;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import java.util.List;

/**
 * What a kind of chats is where the file leaves it unsaid: facts.md section 12 for direct chats,
 * S15 and L80, L81 for the others.
 */
public enum ChatDefaults {
  DIRECT(ClientKeys.DIRECT, Distributions.fixed(2), 20),
  GROUP(ClientKeys.GROUP, Distributions.powerlaw(2.3, 3, 500), 8),
  OPEN(ClientKeys.OPEN, Distributions.powerlaw(1.8, 50, 5000), 0.5);

  private final Key<Section> key;
  private final Distribution size;
  private final double perUser;

  ChatDefaults(Key<Section> key, Distribution size, double perUser) {
    this.key = key;
    this.size = size;
    this.perUser = perUser;
  }

  /** In the order of the kinds' numbers. */
  public static final List<ChatDefaults> ALL = List.of(values());

  /** The kind of a name that {@code traffic.hot} knows. */
  public static ChatDefaults named(String chat) {
    return ALL.stream().filter(kind -> kind.key.name().equals(chat)).findFirst().orElseThrow();
  }

  /** What the file calls it. */
  public Key<Section> key() {
    return key;
  }

  /** Its share of the messages; 0 where there is none of it. */
  public double share(Section chats) {
    return chats.find(key).flatMap(kind -> kind.find(ClientKeys.SHARE)).orElse(0.0);
  }

  /** Members over chats. */
  public Distribution size(Section chats) {
    return chats
        .find(key)
        .flatMap(kind -> kind.find(ClientKeys.SIZE))
        .map(Law::distribution)
        .orElse(size);
  }

  /** Chats of the kind that a user is in. */
  public double perUser(Section chats) {
    return chats.find(key).flatMap(kind -> kind.find(ClientKeys.PER_USER)).orElse(perUser);
  }
}
