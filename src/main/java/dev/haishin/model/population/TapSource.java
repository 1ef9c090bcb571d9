package dev.haishin.model.population;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;

/**
 * The taps of one region's chats: a Poisson process of (sender, chat) candidates.
 *
 * <p>A candidate draws a kind by its share of the messages, a chat by popularity and a sender
 * uniformly among the chat's members; a candidate who is surely offline is passed over here, and
 * the sender's shard lets the others pass if the sender's own session holds them online. So a pair
 * (sender, chat) has weight popularity(chat) / size(chat) among those online, and sizes weighted by
 * messages follow the law of sizes exactly. Candidates come so much faster than messages that the
 * rate is met when a given share of users is online.
 *
 * <p>Load on one chat alone asks further members in place of one who is offline: its rate is met
 * whoever of them happens to be there.
 *
 * <p>Exact for any shape by thinning (Lewis and Shedler, 1979). No host of the real world: it runs
 * at least a link latency ahead of the instants it draws, up to {@value #MOST_TAPS} taps at a time
 * and one second, and draws nothing that a failure could change.
 */
public final class TapSource extends LogicalProcess {
  /** How far ahead of a tap its source runs: the least latency of its links. */
  public static final long LEAD_NS = 1_000_000;

  private static final int DRAW = 0;

  /** Taps drawn at one instant; then the source waits until the last of them is due. */
  private static final int MOST_TAPS = 256;

  /** Candidates thinned out at one instant; then the run goes on before more are drawn. */
  private static final int MOST_REJECTED = 1 << 12;

  private final TapKind kind;
  private final Chats chats;
  private final People people;
  private final Presence presence;
  private final ChatChoice chatChoice;
  private final LoadShape shape;
  private final double candidatesPerNs;
  private final Batches batches;
  private final RandomStream arrivals;
  private final RandomStream choice;
  private double nextNs;
  private boolean isTap;

  /**
   * The source of one kind of tap.
   *
   * @param name of the process; its streams are keyed by it
   * @param candidatesPerSecond mean rate of candidates at factor 1
   */
  public TapSource(
      TapKind kind,
      String name,
      Graph graph,
      Presence presence,
      ChatChoice chatChoice,
      LoadShape shape,
      double candidatesPerSecond,
      long seed) {
    super(name, Groups.SOURCES);
    this.kind = kind;
    this.chats = graph.chats();
    this.people = graph.people();
    this.presence = presence;
    this.chatChoice = chatChoice;
    this.shape = shape;
    this.candidatesPerNs = candidatesPerSecond * shape.most() / 1e9;
    this.batches = new Batches(people);
    this.arrivals = RandomStream.of(seed, "arrivals", name());
    this.choice = RandomStream.of(seed, "chat-choice", name());
  }

  /** Draws the first candidate; once, when the simulation is sealed. */
  public void start() {
    if (candidatesPerNs > 0) {
      nextNs = Math.max(LEAD_NS, shape.beginsNs());
      drawNext();
      port().at(0, DRAW, 0, 0);
    }
  }

  @Override
  protected void receive(Event event) {
    int taps = 0;
    while (taps < MOST_TAPS
        && nextNs < shape.endsNs()
        && Presence.readableFromNs((long) nextNs / Presence.SECOND_NS) <= nowNs()) {
      if (isTap && tap(Math.max((long) nextNs, nowNs() + LEAD_NS))) {
        taps++;
      }
      drawNext();
    }
    batches.send(port(), ClientKinds.TAPS, kind.step());
    if (nextNs >= shape.endsNs()) {
      return;
    }
    long dueNs =
        Math.max(
            (long) nextNs - LEAD_NS, Presence.readableFromNs((long) nextNs / Presence.SECOND_NS));
    port().at(Math.max(nowNs(), dueNs), DRAW, 0, 0);
  }

  private boolean tap(long atNs) {
    long chat = chatChoice.draw(choice);
    for (int asked = 0; asked < chatChoice.mostAsked(); asked++) {
      int sender = chats.member(chat, choice.nextInt(chats.size(chat)));
      if (presence.mayBeOnline(sender, atNs)) {
        Steps.appendTap(batches.of(sender, atNs), atNs, chat, sender);
        return true;
      }
    }
    return false;
  }

  /** The next tap, or a halt on the way to it: a shape that stays at 0 has none. */
  private void drawNext() {
    isTap = false;
    for (int i = 0; i < MOST_REJECTED && !isTap; i++) {
      nextNs += -StrictMath.log1p(-arrivals.nextDouble()) / candidatesPerNs;
      isTap = arrivals.nextDouble() * shape.most() < shape.factor((long) nextNs);
    }
  }
}
