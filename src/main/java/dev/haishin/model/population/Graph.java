package dev.haishin.model.population;

/**
 * People and the chats they are in.
 *
 * @param kinds the kinds of chats, in the order of their numbers
 */
public record Graph(People people, Chats chats, ChatKind[] kinds) {

  /** A kind by number. */
  public ChatKind kind(int number) {
    return kinds[number];
  }
}
