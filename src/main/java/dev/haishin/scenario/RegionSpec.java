package dev.haishin.scenario;

/**
 * One region with its own copy of every component. The components of a home (Kafka, Redis, store,
 * push) are used only where some region's home is this one.
 *
 * @param index position among the regions of the scenario
 * @param users that live here
 * @param connectedFraction of the users who hold a connection at t=0
 * @param connectedShape how that fraction changes in the course of the run
 * @param zones over which hosts and replicas are spread
 * @param home index of the region that holds the primary data of these users
 */
public record RegionSpec(
    int index,
    String name,
    long users,
    double connectedFraction,
    ShapeSpec connectedShape,
    int zones,
    int home,
    PlatformsSpec platforms,
    NetworkSpec network,
    ClientsSpec clients,
    ChatsSpec chats,
    TrafficSpec traffic,
    DeliverySpec delivery,
    GatewaySpec gateways,
    KafkaSpec kafka,
    RedisSpec redis,
    StoreSpec store,
    PushSpec push,
    EncryptionSpec encryption,
    CostsSpec costs) {
  /** Checks the ranges. */
  public RegionSpec {
    Require.notNegative("index", index);
    Require.positive("users", users);
    Require.fraction("connected", connectedFraction);
    Require.positive("zones", zones);
    Require.notNegative("home", home);
  }

  /** Number of users who hold a connection at t=0, rounded to the nearest. */
  public long connectedUsers() {
    return Math.round(users * connectedFraction);
  }

  /** The zone of a host. */
  public int zoneOf(int host) {
    return host % zones;
  }
}
