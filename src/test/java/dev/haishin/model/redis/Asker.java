package dev.haishin.model.redis;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A gateway that does with the session directory what a test tells it, and notes the answers. */
final class Asker extends LogicalProcess {
  private static final int SCRIPT = 0;
  private static final int FIRST_KIND = 48;

  private final SessionDirectory directory;
  private final List<Consumer<SessionDirectory>> scripts = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<Long> givenUp = new ArrayList<>();
  private final List<Long> gaveUpNs = new ArrayList<>();

  Asker(String name, RedisCluster cluster, Network network, int pipeline) {
    super(name, Groups.GATEWAYS);
    directory = new SessionDirectory(port(), cluster, network, FIRST_KIND, pipeline, new Notes());
  }

  /** Tags of commands that were given up. */
  List<Long> givenUp() {
    return givenUp;
  }

  /** When. */
  long gaveUpNs(int index) {
    return gaveUpNs.get(index);
  }

  /** Has the commands of a script issued as one burst. */
  void at(long atNs, Consumer<SessionDirectory> script) {
    port().at(atNs, SCRIPT, scripts.size(), 0);
    scripts.add(script);
  }

  List<Answer> answers() {
    return answers;
  }

  @Override
  protected void receive(Event event) {
    if (directory.owns(event.kind())) {
      directory.receive(event);
    } else {
      scripts.get((int) event.a()).accept(directory);
      directory.flush();
    }
  }

  record Answer(long atNs, long tag, int user, long route) {}

  private final class Notes implements SessionDirectory.Sink {
    @Override
    public void route(long tag, int user, long route, long atNs) {
      answers.add(new Answer(atNs, tag, user, route));
    }

    @Override
    public void gaveUp(long tag, int user) {
      givenUp.add(tag);
      gaveUpNs.add(nowNs());
    }
  }
}
