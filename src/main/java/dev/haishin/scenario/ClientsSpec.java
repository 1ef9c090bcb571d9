package dev.haishin.scenario;

/**
 * The apps on the users' phones.
 *
 * @param heartbeat how they keep connections alive
 * @param natTimeout after which an idle connection is cut silently
 * @param session how users come and go
 * @param reconnect how they come back after a loss
 * @param outbox what they do with messages that are not acknowledged
 */
public record ClientsSpec(
    HeartbeatSpec heartbeat,
    Quantity natTimeout,
    SessionSpec session,
    BackoffSpec reconnect,
    OutboxSpec outbox) {}
