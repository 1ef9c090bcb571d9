package dev.haishin.model.push;

import dev.haishin.delivery.PushRules;
import dev.haishin.engine.Distribution;

/**
 * The push relays of one home.
 *
 * @param count how many
 * @param cores of each
 * @param dispatchCost CPU of one request, nanoseconds
 * @param rules queue, overflow and retries of each
 * @param giveUpAfterNs how long after the submission a push is tried
 * @param fallback what happens then
 * @param lateAfterNs how long after that the late notification leaves
 * @param submitTimeoutNs after which a worker takes a submission to one of them as lost
 */
public record RelayPlan(
    int count,
    int cores,
    Distribution dispatchCost,
    PushRules rules,
    long giveUpAfterNs,
    Fallback fallback,
    long lateAfterNs,
    long submitTimeoutNs) {}
