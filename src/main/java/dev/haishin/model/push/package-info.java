/**
 * Notifications to devices that hold no connection: the platform's relays, the providers behind
 * them, and what is done for those whom a provider does not take.
 *
 * <p>Modelled: relays with cores and a share of each provider's streams, a stream being held until
 * the answer is back; delivery's dispatcher with its retries, its limited memory, its circuit
 * breakers and its end of trying; two providers for the whole world, at a distance of their own,
 * with a quota, a limit for each device, a latency from acceptance to the device, devices that they
 * do not know any more, and times at which they are slow, fail or throttle; text messages at a
 * pace, or one late notification, as fallbacks; relays that go down with what they hold. Defaults:
 * facts.md section 11 (FCM 600,000 a minute, N20, and 240 a minute and 5,000 an hour for a device,
 * N22; APNs without a quota, 1,000 streams a connection, N02; Retry-After of a minute where FCM
 * throttles, N25; a relay waits a minute for an answer, N07; latency with a median of 0.8 s, N44),
 * text messages after 5 s with 45 s as the 95th percentile (N64). The dispatch cost of 20 us a
 * request has no source (G): an HTTP/2 request is lighter than a frame out of a gateway, which
 * costs 45 us. Nor have the breaker's figures (G).
 *
 * <p>Events. A push costs a share of several: none is its own. {@link
 * dev.haishin.model.push.Submissions} leave a worker once a cell of time ({@link
 * dev.haishin.model.push.PushCells}), {@link dev.haishin.model.push.RelayRack} works a home's
 * relays through the cell step by step, each step at its own instant, and hands the requests on
 * together. A provider with a quota decides about them in their order and brings what it accepts to
 * the devices; one without anything to decide is not asked, for nobody could tell. Only an expiry
 * is told up to a cell late.
 *
 * <p>Devices that sleep are reached when they wake. APNs keeps one notification for each, which a
 * later one replaces (N03); FCM keeps 100, and one more drops them all (N24), or one where
 * notifications are collapsible, of which a device gets 20 at once and one more every 3 minutes
 * (N23). What is kept for longer than its time to live lapses at that instant (30 days, N03; 28
 * days, N24). The share of devices that sleep and the 10 minutes between their wakes have no source
 * (N44 says minutes).
 *
 * <p>Left out: several collapse keys a device (N23), tokens that a device registers anew,
 * connections to providers that have to be set up, notifications that get lost after acceptance.
 *
 * <p>Who reaches a device is told by an injected {@link dev.haishin.model.push.Device}: it takes
 * down latencies and keeps the ledger. Stage {@code push-queue} is the relay (wait for a core and a
 * stream, service the dispatch cost), stage {@code push-provider} the time from acceptance to the
 * device, its wait what the provider keeps it for; {@code push.queue} counts what a relay holds:
 * waiting for a stream, an answer, a retry or a late turn.
 */
package dev.haishin.model.push;
