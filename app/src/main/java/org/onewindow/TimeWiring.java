package org.onewindow;

import java.time.Clock;
import java.time.ZoneId;
import org.onewindow.kernel.CentreTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock, and the centre's zone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProgramSettings.class)
class TimeWiring {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CentreTime centreTime(Clock clock, ProgramSettings settings) {
        return new CentreTime(clock, ZoneId.of(settings.zone()));
    }
}
