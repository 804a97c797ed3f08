package org.onewindow.clockwork.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** The clockwork on the health page and among the metrics: how late it is (S2 allows a minute), and which sweeps fail. */
@Component("clockworkHealthIndicator")
final class ClockworkWatch extends AbstractHealthIndicator implements MeterBinder {

    private static final Status ATTENTION = new Status("ATTENTION", "something due isn't being done");
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final Clockwork clockwork;

    ClockworkWatch(Clockwork clockwork) {
        super("the clockwork can't be asked");
        this.clockwork = clockwork;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<String> troubled = clockwork.troubled();
        Duration late = clockwork.lateness();
        boolean trouble = !troubled.isEmpty() || late.compareTo(TOLERATED) > 0;
        builder.status(trouble ? ATTENTION : Status.UP)
                .withDetail("lateSeconds", late.toSeconds())
                .withDetail("failing", troubled);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "onewindow.clockwork.late",
                        clockwork,
                        each -> each.lateness().toMillis() / 1e3)
                .description("How long the earliest thing due has been waiting")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "onewindow.clockwork.failing",
                        clockwork,
                        each -> each.troubled().size())
                .description("Sweeps that failed the last few times")
                .register(registry);
    }
}
