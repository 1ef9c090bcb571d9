package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;
import dev.haishin.results.Facet;

/**
 * The social graph, computed: the members of a chat and the chats of a user, each in constant time
 * an item, with no memory an edge.
 *
 * <p>Layer k of a kind holds every user's k-th membership; a chat lies inside one layer, so its
 * members are distinct by construction. A chat is a number: kind (8 bits), region (8), layer (8),
 * index (40).
 */
public final class Chats {
  private static final int INDEX_BITS = 40;

  private final int[] firstUser;
  private final ChatKind[] kinds;
  private final Layer[][] layers;
  private final SizeClasses[][] whole;
  private final SizeClasses[][] partial;

  /**
   * The graph of a seed.
   *
   * @param firstUser the first user of each region, then the user count
   * @param locality share of a chat's members that live in the chat's own region
   */
  public Chats(int[] firstUser, ChatKind[] kinds, double locality, long seed) {
    this.firstUser = firstUser;
    this.kinds = kinds;
    int regions = firstUser.length - 1;
    long[] travellers = travellers(firstUser, locality);
    layers = new Layer[kinds.length][];
    whole = new SizeClasses[kinds.length][regions];
    partial = new SizeClasses[kinds.length][regions];
    long key = CounterHash.key(seed, "social-graph", "");
    for (int k = 0; k < kinds.length; k++) {
      layers[k] = new Layer[(int) Math.ceil(kinds[k].perUser())];
      for (int i = 0; i < layers[k].length; i++) {
        layers[k][i] = new Layer(firstUser, travellers, CounterHash.bits(key, k, i));
      }
      double rest = kinds[k].perUser() - (layers[k].length - 1);
      for (int r = 0; r < regions; r++) {
        long users = firstUser[r + 1] - firstUser[r];
        whole[k][r] = new SizeClasses(kinds[k].sizeLaw(), users);
        partial[k][r] = new SizeClasses(kinds[k].sizeLaw(), (long) (users * rest));
      }
    }
  }

  /** What a latency's facet says of the chat that it belongs to. */
  public int facet(long chat) {
    return Facet.ofChat(0, kinds[kind(chat)].number());
  }

  /** How many members a chat has, the sender among them. */
  public int size(long chat) {
    return classes(chat).sizeOf(index(chat));
  }

  /**
   * A member of a chat.
   *
   * @param position 0 to size - 1
   */
  public int member(long chat, int position) {
    long slot = classes(chat).firstSlotOf(index(chat)) + position;
    return layers[kind(chat)][layer(chat)].user(region(chat), slot);
  }

  /** The chat that a user is in, in one layer of a kind; -1 where there is none. */
  public long chatOf(int kind, int layer, int userRegion, int user) {
    long place = layers[kind][layer].place(userRegion, user);
    int chatRegion = Layer.regionOf(place);
    SizeClasses classes = classes(kind, layer, chatRegion);
    long slot = Layer.slotOf(place);
    return slot < classes.slots() ? chat(kind, chatRegion, layer, classes.chatOfSlot(slot)) : -1;
  }

  /** Memberships of a kind that a user may have. */
  public int layers(int kind) {
    return layers[kind].length;
  }

  /** How many kinds there are. */
  public int kinds() {
    return kinds.length;
  }

  /** How many chats of a kind a region has. */
  public long count(int kind, int region) {
    return whole[kind][region].chats() * (layers[kind].length - 1) + partial[kind][region].chats();
  }

  /** A chat of a kind and region by its running number, 0 to count - 1. */
  public long chatAt(int kind, int region, long number) {
    long perLayer = whole[kind][region].chats();
    int layer = layers[kind].length - 1;
    if (perLayer > 0) {
      layer = (int) Math.min(layer, number / perLayer);
    }
    return chat(kind, region, layer, number - layer * perLayer);
  }

  /**
   * A chat of a kind and region whose size is nearest to a given one; -1 where there is none.
   *
   * @param members wanted, the sender counted
   * @param bits decide which of those that are as near
   */
  public long nearest(int kind, int region, int members, long bits) {
    int last = layers[kind].length - 1;
    long found = -1;
    for (int i = 0; i <= last; i++) {
      int layer = (int) Long.remainderUnsigned(bits + i, last + 1);
      SizeClasses classes = classes(kind, layer, region);
      if (classes.chats() > 0) {
        long chat = chat(kind, region, layer, classes.nearest(members, bits >>> 8));
        boolean isNearer =
            found < 0 || Math.abs(size(chat) - members) < Math.abs(size(found) - members);
        found = isNearer ? chat : found;
      }
    }
    return found;
  }

  /** The running number of a chat among those of its kind and region. */
  long numberOf(long chat) {
    return layer(chat) * whole[kind(chat)][region(chat)].chats() + index(chat);
  }

  /** The kind's number. */
  public static int kind(long chat) {
    return (int) (chat >>> 56);
  }

  /** The region a chat belongs to. */
  public static int region(long chat) {
    return (int) (chat >>> 48) & 0xff;
  }

  /** Users of all regions. */
  public int users() {
    return firstUser[firstUser.length - 1];
  }

  private SizeClasses classes(long chat) {
    return classes(kind(chat), layer(chat), region(chat));
  }

  private SizeClasses classes(int kind, int layer, int region) {
    return layer == layers[kind].length - 1 ? partial[kind][region] : whole[kind][region];
  }

  private static int layer(long chat) {
    return (int) (chat >>> INDEX_BITS) & 0xff;
  }

  private static long index(long chat) {
    return chat & ((1L << INDEX_BITS) - 1);
  }

  private static long chat(int kind, int region, int layer, long index) {
    return ((long) kind << 56) | ((long) region << 48) | ((long) layer << INDEX_BITS) | index;
  }

  /**
   * How many slots a region sets aside so that, after the journey has sent some travellers back
   * home, the share of strangers is 1 - locality: the fixed point of T = (1 - locality) N / (1 - T
   * / sum T).
   */
  private static long[] travellers(int[] firstUser, double locality) {
    int regions = firstUser.length - 1;
    long[] travellers = new long[regions];
    if (regions == 1) {
      return travellers;
    }
    double[] wanted = new double[regions];
    for (int round = 0; round < 200; round++) {
      double sum = 0;
      for (int r = 0; r < regions; r++) {
        sum += round == 0 ? firstUser[r + 1] - firstUser[r] : wanted[r];
      }
      for (int r = 0; r < regions; r++) {
        double users = firstUser[r + 1] - firstUser[r];
        double share = (round == 0 ? users : wanted[r]) / sum;
        wanted[r] = Math.min(users, (1 - locality) * users / (1 - share));
        if (locality >= 1) {
          wanted[r] = 0;
        }
      }
      if (locality >= 1) {
        break;
      }
    }
    for (int r = 0; r < regions; r++) {
      travellers[r] = Math.round(wanted[r]);
    }
    return travellers;
  }
}
