package dev.haishin.model;

import dev.haishin.delivery.FanoutStrategy;
import dev.haishin.delivery.Repertoire;
import dev.haishin.engine.Distribution;
import java.util.function.Supplier;

/**
 * The delivery code that a world runs, and what it asks of the world beside the messages.
 *
 * @param strategy asked once for each fan-out worker
 * @param router asked once for each fan-out worker
 * @param readEveryNs law over memberships of the mean time between two looks into the chat
 * @param groupKeys what end-to-end encryption sends beside the messages
 * @param devices that are added
 */
public record DeliveryCode(
    Supplier<FanoutStrategy> strategy,
    Repertoire.RouterFactory router,
    Distribution readEveryNs,
    GroupKeys groupKeys,
    NewDevices devices) {}
