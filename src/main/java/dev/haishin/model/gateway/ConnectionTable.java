package dev.haishin.model.gateway;

import java.util.Arrays;

/** A gateway's dense table of connections: slot to user and generation, with a free list. */
final class ConnectionTable {
  private static final int NOBODY = -1;
  private static final int SILENT_BIT = 1 << 16;
  private static final int REGISTERED_BIT = 1 << 17;

  private final int most;
  private int[] user = new int[64];
  private int[] state = new int[64];
  private int used;
  private int free = NOBODY;
  private int count;

  ConnectionTable(int most) {
    this.most = most;
  }

  int count() {
    return count;
  }

  boolean isFull() {
    return count >= most;
  }

  /** Slots ever used; all below it are valid. */
  int slots() {
    return used;
  }

  int open(int ofUser, int generation) {
    int slot = free;
    if (slot != NOBODY) {
      free = state[slot];
    } else {
      slot = used++;
      if (slot == user.length) {
        user = Arrays.copyOf(user, user.length * 2);
        state = Arrays.copyOf(state, state.length * 2);
      }
    }
    user[slot] = ofUser;
    state[slot] = generation;
    count++;
    return slot;
  }

  void close(int slot) {
    user[slot] = NOBODY;
    state[slot] = free;
    free = slot;
    count--;
  }

  boolean holds(int slot, int ofUser, int generation) {
    return slot >= 0 && slot < used && user[slot] == ofUser && generation(slot) == generation;
  }

  boolean isOpen(int slot, int generation) {
    return slot >= 0 && slot < used && user[slot] != NOBODY && generation(slot) == generation;
  }

  int user(int slot) {
    return user[slot];
  }

  int generation(int slot) {
    return state[slot] & 0xffff;
  }

  /** Whether the client behind a slot has stopped sending. */
  boolean isSilent(int slot) {
    return (state[slot] & SILENT_BIT) != 0;
  }

  void markSilent(int slot) {
    state[slot] |= SILENT_BIT;
  }

  /** Whether the session directory has confirmed the connection. */
  boolean isRegistered(int slot) {
    return (state[slot] & REGISTERED_BIT) != 0;
  }

  void markRegistered(int slot) {
    state[slot] |= REGISTERED_BIT;
  }

  void clear() {
    used = 0;
    free = NOBODY;
    count = 0;
  }
}
