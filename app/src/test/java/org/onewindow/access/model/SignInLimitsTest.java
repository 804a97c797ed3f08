package org.onewindow.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInLimitsTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final SignInLimits limits = new SignInLimits(nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private long taken(int tries, String account, String address) {
        return IntStream.range(0, tries)
                .filter(any -> limits.take(account, address).isEmpty())
                .count();
    }

    @Test
    void ten_tries_at_once_then_one_each_half_minute() {
        assertThat(taken(20, "clerk.a03", "10.0.0.1")).isEqualTo(10);
        pass(Duration.ofSeconds(29));
        assertThat(taken(1, "clerk.a03", "10.0.0.1")).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(taken(5, "clerk.a03", "10.0.0.1")).isEqualTo(1);
    }

    @Test
    void the_wait_is_told_and_is_enough() {
        taken(10, "clerk.a03", "10.0.0.1");
        pass(Duration.ofSeconds(7));
        Optional<Duration> wait = limits.take("clerk.a03", "10.0.0.1");
        assertThat(wait)
                .hasValueSatisfying(time -> assertThat(time).isBetween(Duration.ofSeconds(22), Duration.ofSeconds(24)));
        pass(wait.orElseThrow());
        assertThat(limits.take("clerk.a03", "10.0.0.1")).isEmpty();
    }

    @Test
    void right_passwords_cost_nothing() {
        for (int day = 0; day < 1000; day++) {
            assertThat(limits.take("clerk.a03", "10.0.0.1")).isEmpty();
            limits.giveBack("clerk.a03", "10.0.0.1");
        }
    }

    @Test
    void guesses_elsewhere_leave_the_clerk_at_the_window_alone_for_a_while() {
        assertThat(taken(20, "clerk.a03", "10.9.9.9")).isEqualTo(10);
        assertThat(limits.take("clerk.a03", "10.0.0.1")).isEmpty();
    }

    @Test
    void guesses_at_one_account_from_many_places_are_limited_too() {
        long taken = 0;
        for (int place = 0; place < 100; place++) {
            taken += taken(1, "clerk.a03", "10.1.0." + place);
        }
        assertThat(taken).isEqualTo(SignInLimits.ACCOUNT.atOnce());
    }

    @Test
    void one_password_tried_on_many_accounts_from_one_place_is_limited_too() {
        long taken = 0;
        for (int account = 0; account < 500; account++) {
            taken += taken(1, "clerk." + account, "10.0.0.1");
        }
        assertThat(taken).isEqualTo(SignInLimits.ADDRESS.atOnce());
    }

    @Test
    void the_memory_it_takes_is_bounded() {
        for (int place = 0; place < 100_000; place++) {
            limits.take("clerk." + place, "address " + place);
        }
        assertThat(limits.remembered()).isLessThan(30_000);
    }
}
