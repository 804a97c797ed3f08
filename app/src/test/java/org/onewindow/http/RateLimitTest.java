package org.onewindow.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who guesses is slowed down. */
class RateLimitTest {

    private static final RateLimit.Limit THREE_A_MINUTE = new RateLimit.Limit("codes", 3, Duration.ofMinutes(1));

    private final AtomicLong nanos = new AtomicLong(-5);
    private final RateLimit limit = new RateLimit(nanos::get);

    @Test
    void after_so_many_times_one_waits_for_the_rest_of_the_period() {
        for (int time = 0; time < 3; time++) {
            limit.spend(THREE_A_MINUTE, "a");
        }
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());

        assertThatThrownBy(() -> limit.spend(THREE_A_MINUTE, "a"))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        tooMany -> assertThat(tooMany.retryAfter()).isEqualTo(Duration.ofSeconds(40)));

        nanos.addAndGet(Duration.ofSeconds(40).toNanos());
        limit.spend(THREE_A_MINUTE, "a");
        limit.check(THREE_A_MINUTE, "a");
    }

    @Test
    void others_and_other_limits_are_not_held_up() {
        for (int time = 0; time < 3; time++) {
            limit.count(THREE_A_MINUTE, "a");
        }

        limit.spend(THREE_A_MINUTE, "b");
        limit.spend(new RateLimit.Limit("other", 1, Duration.ofMinutes(1)), "a");
    }

    @Test
    void a_right_code_counts_nothing() {
        for (int time = 0; time < 100; time++) {
            limit.check(THREE_A_MINUTE, "a");
        }
    }

    @Test
    void C11_after_too_many_wrong_codes_not_even_a_right_one_is_looked_up() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (int time = 0; time < 3; time++) {
            assertThat(limit.guess(THREE_A_MINUTE, request, () -> Optional.of("right")))
                    .hasValue("right");
            assertThat(limit.guess(THREE_A_MINUTE, request, Optional::empty)).isEmpty();
        }

        assertThatThrownBy(() -> limit.guess(THREE_A_MINUTE, request, () -> Optional.of("right")))
                .isInstanceOf(TooManyRequests.class);
    }

    @Test
    void a_crowd_cannot_fill_the_memory() {
        for (int caller = 0; caller < RateLimit.MOST + 1000; caller++) {
            limit.count(THREE_A_MINUTE, "caller " + caller);
        }
        limit.check(THREE_A_MINUTE, "caller 0");
    }

    @Test
    void one_caller_has_one_ipv4_address_and_a_whole_ipv6_network() {
        assertThat(addressOf("192.0.2.1")).isNotEqualTo(addressOf("192.0.2.2"));
        assertThat(addressOf("2001:db8:1:2::1")).isEqualTo(addressOf("2001:db8:1:2:ffff::9"));
        assertThat(addressOf("2001:db8:1:3::1")).isNotEqualTo(addressOf("2001:db8:1:2::1"));
        assertThat(addressOf("not an address")).isEqualTo("not an address");
    }

    private static String addressOf(String remote) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        return RateLimit.addressOf(request);
    }
}
