package dev.haishin.model;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.fanout.Audience;
import dev.haishin.model.fanout.Broadcaster;
import dev.haishin.model.population.ChatChoice;
import dev.haishin.model.population.Chats;
import dev.haishin.model.population.ClientConfig;
import dev.haishin.model.population.Graph;
import dev.haishin.model.population.LoadShape;
import dev.haishin.model.population.OneChat;
import dev.haishin.model.population.People;
import dev.haishin.model.population.PopularChats;
import dev.haishin.model.population.Presence;
import dev.haishin.model.population.SessionStarts;
import dev.haishin.model.population.TapKind;
import dev.haishin.model.population.TapSource;
import dev.haishin.model.redis.KeyReader;
import dev.haishin.results.Hottest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Adds what makes load: sources of taps a region, broadcasts a home. */
final class LoadAssembly {
  private final Ground ground;
  private final WorldPlan plan;
  private final List<TapSource> sources = new ArrayList<>();
  private final List<Broadcaster> broadcasters = new ArrayList<>();
  private final List<KeyReader> readers = new ArrayList<>();
  private final BackEnd backEnd;

  LoadAssembly(Ground ground, BackEnd backEnd) {
    this.ground = ground;
    this.backEnd = backEnd;
    this.plan = ground.plan();
  }

  void add() {
    for (int r = 0; r < plan.regions().size(); r++) {
      RegionPlan region = plan.regions().get(r);
      addSource(TapKind.MESSAGE, r, region.messagesPerSecond());
      addSource(TapKind.TYPING, r, region.typingPerSecond());
    }
    if (plan.code().groupKeys().perGroupPerSecond() > 0) {
      for (int r = 0; r < plan.regions().size(); r++) {
        addRekeys(r, plan.code().groupKeys());
      }
    }
    for (int h = 0; h < plan.hotChats().size(); h++) {
      addHotChat(h, plan.hotChats().get(h));
    }
    for (int k = 0; k < plan.hotKeys().size(); k++) {
      addHotKey(k, plan.hotKeys().get(k));
    }
    if (plan.code().devices().perUserPerSecond() > 0) {
      for (int r = 0; r < plan.regions().size(); r++) {
        addDevices(r, plan.code().devices());
      }
    }
    Audience[] audiences = audiences(plan, ground.graph().people());
    for (int b = 0; b < audiences.length; b++) {
      for (int r = 0; r < plan.regions().size(); r++) {
        if (ground.isHome(r)) {
          addBroadcaster(b, audiences[b], r);
        }
      }
    }
  }

  void start() {
    sources.forEach(TapSource::start);
    broadcasters.forEach(Broadcaster::start);
    readers.forEach(KeyReader::start);
  }

  List<Broadcaster> broadcasters() {
    return broadcasters;
  }

  /** The slots that were read most, by the keys that are hot. */
  List<Hottest> hottest() {
    return readers.stream().map(KeyReader::hottest).toList();
  }

  /** Whom each broadcast is for. */
  static Audience[] audiences(WorldPlan plan, People people) {
    Audience[] audiences = new Audience[plan.broadcasts().size()];
    for (int b = 0; b < audiences.length; b++) {
      long key = CounterHash.key(plan.seed(), "audience-" + b, "");
      audiences[b] = new Audience(people, plan.broadcasts().get(b).audience(), key);
    }
    return audiences;
  }

  private void addSource(TapKind kind, int region, double perSecond) {
    ChatChoice choice = ground.rates().choice(region);
    addSource(kind, region, choice, plan.regions().get(region).shape(), perSecond);
  }

  /** Membership changes come evenly, at any hour and in any group. */
  private void addRekeys(int region, GroupKeys groupKeys) {
    long groups = ground.graph().chats().count(groupKeys.kind(), region);
    if (groups > 0) {
      ChatChoice choice = PopularChats.evenly(ground.graph(), region, groupKeys.kind());
      double perSecond = groups * groupKeys.perGroupPerSecond();
      addSource(TapKind.REKEY, region, choice, LoadShape.constant(), perSecond);
    }
  }

  /** Devices are added evenly, by members of any chat of the first kind. */
  private void addDevices(int region, NewDevices devices) {
    if (ground.graph().chats().count(0, region) > 0) {
      ChatChoice choice = PopularChats.evenly(ground.graph(), region, 0);
      double perSecond = plan.regions().get(region).users() * devices.perUserPerSecond();
      addSource(TapKind.DEVICE, region, choice, LoadShape.constant(), perSecond);
    }
  }

  private void addSource(
      TapKind kind, int region, ChatChoice choice, LoadShape shape, double perSecond) {
    double candidates = perSecond > 0 ? perSecond / senderOnlineShare(region, 0) : 0;
    addSource(kind, kind.processName(), region, choice, asked(region, shape), candidates);
  }

  private void addSource(
      TapKind kind,
      String name,
      int region,
      ChatChoice choice,
      LoadShape shape,
      double candidatesPerSecond) {
    ground.place(region, 0);
    int partition = ground.partition(Component.GATEWAYS, region, 0);
    TapSource source =
        new TapSource(
            kind,
            plan.regions().get(region).name() + "/" + name,
            ground.graph(),
            ground.clients().presence(),
            choice,
            shape,
            candidatesPerSecond,
            plan.seed());
    sources.add(ground.simulation().add(source, partition));
  }

  /** At a small scale there may be no chat of the kind. */
  private void addHotChat(int number, WorldPlan.HotChatPlan hot) {
    Graph graph = ground.graph();
    if (graph.chats().count(hot.kind(), hot.region()) > 0) {
      String region = plan.regions().get(hot.region()).name();
      OneChat choice =
          OneChat.nearest(graph, region, hot.region(), hot.kind(), hot.members(), plan.seed());
      double candidates = hot.perSecond() * candidatesATap(choice.chat());
      LoadShape shape = LoadShape.between(hot.fromNs(), hot.untilNs());
      addSource(TapKind.MESSAGE, "hot/" + number, hot.region(), choice, shape, candidates);
    }
  }

  /**
   * Members who are online at some instant of a second, over those who are online at a given one:
   * in the steady state, sessions begin at the rate online / mean length. So many candidates it
   * takes for one whom their shard lets pass.
   */
  private double candidatesATap(long chat) {
    Chats chats = ground.graph().chats();
    double online = 0;
    double seen = 0;
    for (int i = 0; i < chats.size(chat); i++) {
      int region = ground.graph().people().region(chats.member(chat, i));
      ClientConfig clients = plan.regions().get(region).clients();
      double share = clients.connectedShare();
      boolean moves = clients.online() != null && share > 0 && share < 1;
      online += share;
      seen += moves ? share * (1 + Presence.SECOND_NS / clients.online().mean()) : share;
    }
    return online > 0 ? seen / online : 0;
  }

  /** A course of taps as one of candidates: the fewer are online, the more it takes. */
  private LoadShape asked(int region, LoadShape shape) {
    if (plan.regions().stream().allMatch(other -> other.clients().starts() == null)) {
      return shape;
    }
    double atFirst = senderOnlineShare(region, 0);
    double stepNs = (double) plan.durationNs() / SessionStarts.STEPS;
    double most =
        IntStream.rangeClosed(0, SessionStarts.STEPS)
            .mapToDouble(step -> atFirst / senderOnlineShare(region, (long) (step * stepNs)))
            .max()
            .orElse(1);
    return new LoadShape() {
      @Override
      public double factor(long atNs) {
        return shape.factor(atNs) * Math.min(most, atFirst / senderOnlineShare(region, atNs));
      }

      @Override
      public double most() {
        return shape.most() * most;
      }
    };
  }

  /** The share of the members of a region's chats who are online at an instant, on the mean. */
  private double senderOnlineShare(int region, long atNs) {
    double others = 0;
    double otherUsers = 0;
    for (int r = 0; r < plan.regions().size(); r++) {
      if (r != region) {
        RegionPlan other = plan.regions().get(r);
        others += other.users() * other.clients().connectedShare(atNs);
        otherUsers += other.users();
      }
    }
    double own = plan.regions().get(region).clients().connectedShare(atNs);
    return otherUsers == 0
        ? own
        : plan.locality() * own + (1 - plan.locality()) * others / otherUsers;
  }

  private void addHotKey(int number, WorldPlan.HotKeyPlan hot) {
    int home = plan.regions().get(hot.region()).home();
    ground.place(hot.region(), 0);
    int partition = ground.partition(Component.SHARDS, home, 0);
    KeyReader reader =
        new KeyReader(
            plan.regions().get(hot.region()).name() + "/hot-key/" + number,
            backEnd,
            backEnd.redis(home),
            hot.region(),
            home,
            plan.regions().get(home).name(),
            hot.key(),
            hot.perSecond(),
            hot.fromNs(),
            hot.untilNs(),
            plan.warmupNs(),
            plan.durationNs(),
            ground.recorders().get(partition),
            plan.seed());
    readers.add(ground.simulation().add(reader, partition));
  }

  private void addBroadcaster(int number, Audience audience, int home) {
    WorldPlan.BroadcastPlan broadcast = plan.broadcasts().get(number);
    int regions = plan.regions().size();
    int origin = ground.graph().people().shards() + number * regions + home;
    double share = (double) audience.size(home) / Math.max(1, audience.size());
    ground.place(home, 0);
    int partition = ground.partition(Component.WORKERS, home, 0);
    Broadcaster process =
        new Broadcaster(
            plan.regions().get(home).name() + "/broadcast/" + number,
            origin,
            number,
            audience.size(home),
            broadcast.perSecond() * share,
            ground.layout().first(Component.WORKERS, home),
            ground.layout().count(Component.WORKERS, home),
            broadcast.payloadBytes(),
            ground.messages(),
            ground.network(),
            ground.recorders().get(partition).ledger(),
            broadcast.atNs());
    broadcasters.add(ground.simulation().add(process, partition));
  }
}
