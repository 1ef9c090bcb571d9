package com.example.delivery;

import dev.haishin.delivery.FanoutSettings;
import dev.haishin.delivery.FanoutStrategy;
import dev.haishin.delivery.FanoutStrategyProvider;
import java.util.List;

/** Plugs {@link CopyAndNotify} in as {@code copy-and-notify}. */
public final class CopyAndNotifyProvider implements FanoutStrategyProvider {
  private static final String WHOLE_UP_TO = "whole-up-to";

  @Override
  public String name() {
    return "copy-and-notify";
  }

  @Override
  public FanoutStrategy create(FanoutSettings settings) {
    settings.allowOnly(List.of(WHOLE_UP_TO));
    return new CopyAndNotify(settings.whole(WHOLE_UP_TO, 20, 0));
  }
}
