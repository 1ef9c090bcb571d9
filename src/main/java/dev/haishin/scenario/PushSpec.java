package dev.haishin.scenario;

/** Push notifications of a home region. */
public record PushSpec(
    ProviderSpec apns,
    ProviderSpec fcm,
    BackoffSpec retry,
    FallbackSpec fallback,
    RelaySpec relays) {}
