package dev.haishin.scenario;

/** The keys of {@code costs}: all optional; what has no price is not added up. */
public final class CostKeys {
  public static final Key<Double> GATEWAY = hourly("gateway", "0.68 USD/h", "a gateway");
  public static final Key<Double> BROKER = hourly("broker", "1.10 USD/h", "a broker");
  public static final Key<Double> WORKER = hourly("worker", "0.34 USD/h", "a fan-out worker");
  public static final Key<Double> SHARD = hourly("shard", "0.30 USD/h", "a Redis master");
  public static final Key<Double> REPLICA = hourly("replica", "0.30 USD/h", "a Redis replica");
  public static final Key<Double> REGION_SERVER =
      hourly("region-server", "1.10 USD/h", "a region server");
  public static final Key<Double> RELAY = hourly("relay", "0.34 USD/h", "a push relay");
  public static final Key<Double> EGRESS =
      Key.of("egress", Types.TRAFFIC_PRICE, "0.09 USD/GB", "C01", "V2", "traffic to clients");
  public static final Key<Double> STORAGE =
      Key.of(
          "storage",
          Types.STORAGE_PRICE,
          "0.03 USD/GB-month",
          "semantics",
          "",
          "each replica of what Kafka and the store keep");
  public static final Key<Double> CROSS_REGION =
      Key.of(
          "cross-region",
          Types.TRAFFIC_PRICE,
          "0.09 USD/GB",
          "C03",
          "V2",
          "traffic between regions, by the region that sends");
  public static final Key<Double> SMS =
      Key.of("sms", Types.MONEY, "0.07 USD", "N63", "G", "one text message");
  public static final Key<Long> TRAFFIC_HOURS =
      Key.of(
          "traffic-hours", Types.DURATION, "730h", "semantics", "", "hours a month at this load");
  static final SectionType TYPE =
      new SectionType(
          GATEWAY,
          BROKER,
          WORKER,
          SHARD,
          REPLICA,
          REGION_SERVER,
          RELAY,
          EGRESS,
          STORAGE,
          SMS,
          TRAFFIC_HOURS,
          CROSS_REGION);

  private CostKeys() {}

  private static Key<Double> hourly(String name, String text, String meaning) {
    return Key.of(name, Types.HOURLY_PRICE, text, "C01", "G", "price of " + meaning);
  }
}
