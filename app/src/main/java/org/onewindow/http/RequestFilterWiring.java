package org.onewindow.http;

import java.time.Duration;
import org.onewindow.journal.Journal;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the request filter in its place. */
@Configuration(proxyBeanMethods = false)
class RequestFilterWiring {

    private static final Duration TWIN_WAITS = Duration.ofSeconds(10);

    /** After the security filters, since a key belongs to its caller. */
    @Bean
    FilterRegistrationBean<RequestFilter> requestFilter(Problems problems, Journal journal, JsonMapper json) {
        FilterRegistrationBean<RequestFilter> registration =
                new FilterRegistrationBean<>(new RequestFilter(problems, journal, json, new InFlight(TWIN_WAITS)));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        registration.addUrlPatterns("/api/*");
        return registration;
    }
}
