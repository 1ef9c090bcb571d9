package dev.haishin.model;

import dev.haishin.engine.Capacity;
import dev.haishin.model.population.ClientDevice;
import dev.haishin.model.push.Channel;
import dev.haishin.model.push.Fallback;
import dev.haishin.model.push.ProviderHealth;
import dev.haishin.model.push.ProviderPlan;
import dev.haishin.model.push.PushProvider;
import dev.haishin.model.push.PushRelay;
import dev.haishin.model.push.RelayConfig;
import dev.haishin.model.push.RelayPlan;
import dev.haishin.model.push.RelayRack;
import dev.haishin.model.push.SmsGateway;
import dev.haishin.scenario.FailureSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Adds each home's push relays, then the world's providers and its gateway for text messages. */
final class PushAssembly {
  private static final int SMS_CAPACITY = 1_000_000;

  private final Ground ground;
  private final BackEnd backEnd;
  private final WorldPlan plan;
  private final ProviderHealth apnsHealth;
  private final ProviderHealth fcmHealth;
  private final List<RelayRack> racks = new ArrayList<>();
  private final List<PushProvider> providers = new ArrayList<>();

  PushAssembly(Ground ground, BackEnd backEnd) {
    this.ground = ground;
    this.backEnd = backEnd;
    this.plan = ground.plan();
    apnsHealth = health(Component.APNS, plan.apns());
    fcmHealth = health(Component.FCM, plan.fcm());
  }

  void add() {
    int apns = ground.layout().size();
    int fcm = apns + 1;
    int sms = apns + 2;
    int relays = ground.layout().total(Component.RELAYS);
    for (int r = 0; r < plan.regions().size(); r++) {
      if (ground.isHome(r)) {
        addRelays(r, plan.homes().get(r).relays(), apns, fcm, sms, relays);
      }
    }
    addProvider("apns", Channel.APNS, plan.apns(), apnsHealth);
    addProvider("fcm", Channel.FCM, plan.fcm(), fcmHealth);
    ground.place(0, 0);
    ground
        .simulation()
        .add(
            new SmsGateway(
                "sms",
                plan.seed(),
                plan.smsPaceNs(),
                SMS_CAPACITY,
                plan.smsLatency(),
                device(),
                ground.recorders().get(0)),
            0);
  }

  /** Names every message that is held for a push. */
  void heldMessages(LongConsumer each) {
    racks.forEach(rack -> rack.heldMessages(each));
    providers.forEach(provider -> provider.heldMessages(each));
  }

  /** Works off what lies before the end of the run. */
  void finishRun(long endNs) {
    racks.forEach(rack -> rack.finishRun(endNs));
  }

  private void addRelays(int region, RelayPlan relay, int apns, int fcm, int sms, int relays) {
    RelayConfig config =
        new RelayConfig(
            relay.cores(),
            relay.dispatchCost(),
            relay.rules(),
            relay.giveUpAfterNs(),
            relay.fallback(),
            relay.lateAfterNs(),
            relay.fallback() == Fallback.SMS ? sms : -1,
            plan.apns().linkNs());
    ClientDevice device = device();
    RelayRack rack =
        new RelayRack(
            backEnd.relays(region),
            ground.network(),
            ground.outages(Component.RELAYS, region),
            device,
            relay.submitTimeoutNs(),
            apns,
            fcm);
    racks.add(rack);
    int partition = ground.partition(Component.RELAYS, region, 0);
    Capacity[] capacities = ground.capacities(Component.RELAYS, region);
    for (int i = 0; i < relay.count(); i++) {
      ground.place(region, i);
      PushRelay added =
          new PushRelay(
              ground.name(region, "push", i),
              plan.seed(),
              rack,
              config,
              plan.apns().connections(apns, relays, apnsHealth),
              plan.fcm().connections(fcm, relays, fcmHealth),
              device,
              ground.recorders().get(partition),
              ground.layout().host(Component.RELAYS, region, i));
      added.runOn(capacities[i]);
      ground.simulation().add(added, partition);
    }
  }

  private ClientDevice device() {
    return new ClientDevice(ground.clients(), ground.messages(), ground.access().floorNs());
  }

  private ProviderHealth health(int component, ProviderPlan provider) {
    return new ProviderHealth(
        plan.seed(),
        ground.failures().degradations(component, FailureSpec.EVERYWHERE, 1)[0],
        provider.rules().invalidTokens());
  }

  private void addProvider(String name, int channel, ProviderPlan provider, ProviderHealth health) {
    ground.place(0, 0);
    PushProvider added =
        new PushProvider(
            name,
            plan.seed(),
            channel,
            provider,
            health,
            plan.pushCells(),
            device(),
            ground.recorders().get(0));
    providers.add(ground.simulation().add(added, 0));
  }
}
