package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * What keeps a scenario from a steady state. With one of these the run is a story with an end
 * (terminating, in the words of simulation): only replications say how sure its figures are, while
 * without any a longer run says it too.
 */
final class Transients {
  private Transients() {}

  /** Each in words, with its article; empty where the run settles. */
  static List<String> of(Section root, List<RegionDraft> regions, List<FailureSpec> failures) {
    List<String> found = new ArrayList<>();
    Section traffic = root.find(Language.TRAFFIC).orElse(null);
    Section messages = traffic == null ? null : traffic.find(TrafficKeys.MESSAGES).orElse(null);
    boolean shaped = messages != null && varies(messages.find(TrafficKeys.SHAPE).orElse(null));
    boolean moving = false;
    for (RegionDraft region : regions) {
      shaped |= region.isWhole() && varies(region.section().find(Language.SHAPE).orElse(null));
      moving |= region.isWhole() && region.section().get(Language.CONNECTED).varies();
    }
    if (shaped) {
      found.add("a shape of the load");
    }
    if (moving) {
      found.add("a shape of the connected");
    }
    if (traffic != null && !traffic.find(TrafficKeys.BROADCASTS).orElse(List.of()).isEmpty()) {
      found.add("a broadcast");
    }
    if (!HotChats.of(root).isEmpty()) {
      found.add("a hot chat");
    }
    if (!HotChats.keys(root).isEmpty()) {
      found.add("a hot key");
    }
    if (!failures.isEmpty()) {
      found.add("a failure");
    }
    return List.copyOf(found);
  }

  private static boolean varies(ShapeSpec shape) {
    return shape != null && shape.varies();
  }
}
