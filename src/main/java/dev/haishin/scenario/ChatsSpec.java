package dev.haishin.scenario;

import java.util.List;

/**
 * Who talks to whom.
 *
 * @param kinds all of them, in the order of {@link ChatKindSpec.Kind}; those left out have share 0
 * @param localityFraction members that live in the chat's own region
 */
public record ChatsSpec(List<ChatKindSpec> kinds, double localityFraction) {
  /** Copies the list and checks that it is complete. */
  public ChatsSpec {
    kinds = List.copyOf(kinds);
    Require.fraction("locality", localityFraction);
    if (!kinds.stream()
        .map(ChatKindSpec::kind)
        .toList()
        .equals(List.of(ChatKindSpec.Kind.values()))) {
      throw new IllegalArgumentException("every kind of chat once, in order: " + kinds);
    }
  }

  /** Chats of one kind. */
  public ChatKindSpec of(ChatKindSpec.Kind kind) {
    return kinds.get(kind.ordinal());
  }
}
