package dev.haishin.model.store;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A fan-out worker that does with the store what a test tells it, and notes the answers. */
final class StoreAsker extends LogicalProcess {
  private static final int SCRIPT = 0;
  private static final int FIRST_KIND = 56;

  private final StoreClient store;
  private final List<Consumer<StoreClient>> scripts = new ArrayList<>();
  private final List<Done> done = new ArrayList<>();

  StoreAsker(String name, MessageStore layout, Network network) {
    super(name, Groups.WORKERS);
    store =
        new StoreClient(
            port(),
            layout,
            network,
            FIRST_KIND,
            (tag, operation, atNs) -> done.add(new Done(atNs, tag, operation)));
  }

  /** Has the operations of a script issued as one burst. */
  void at(long atNs, Consumer<StoreClient> script) {
    port().at(atNs, SCRIPT, scripts.size(), 0);
    scripts.add(script);
  }

  List<Done> done() {
    return done;
  }

  @Override
  protected void receive(Event event) {
    if (store.owns(event.kind())) {
      store.receive(event);
    } else {
      scripts.get((int) event.a()).accept(store);
      store.flush();
    }
  }

  record Done(long atNs, long tag, int operation) {}
}
