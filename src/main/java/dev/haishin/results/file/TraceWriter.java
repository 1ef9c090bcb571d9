package dev.haishin.results.file;

import dev.haishin.results.Waterfall;
import java.io.IOException;

/** Writes {@code trace.json}: the way of one delivery. */
public final class TraceWriter {
  /** The name and version of the format. */
  public static final String SCHEMA = "haishin/trace/1";

  private static final double NS_PER_MS = 1e6;
  private static final double NS_PER_SECOND = 1e9;

  private TraceWriter() {}

  /** The text of the file. */
  public static String text(Waterfall way) throws IOException {
    JsonText json = new JsonText();
    json.put("schema", SCHEMA).put("message", way.messageId()).put("recipient", way.recipient());
    json.putPrecise("tap-seconds", way.tapNs() / NS_PER_SECOND);
    json.putPrecise("milliseconds", way.tookNs() / NS_PER_MS);
    json.put("rank", way.rank()).put("followed", way.followed());
    json.put("measured", way.measured()).array("legs");
    for (Waterfall.Leg leg : way.legs()) {
      json.item().put("stage", leg.stage().stageName()).put("component", leg.stage().component());
      json.put("means", leg.stage().meaning());
      json.putPrecise("from-ms", (leg.fromNs() - way.tapNs()) / NS_PER_MS);
      json.putPrecise("wait-ms", leg.waitNs() / NS_PER_MS);
      json.putPrecise("service-ms", leg.serviceNs() / NS_PER_MS).endObject();
    }
    return json.endArray().end();
  }
}
