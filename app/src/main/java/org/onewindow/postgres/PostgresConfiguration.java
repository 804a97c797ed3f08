package org.onewindow.postgres;

import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The program's database. Spring closes beans in reverse order of use: requests have drained and the pool is closed before
 * the server stops.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class PostgresConfiguration {

    @Bean
    Database database(DatabaseSettings settings, ListableBeanFactory beans) {
        readEverySetting(beans);
        return Database.open(settings);
    }

    /** A bad setting is said before the first folder is made or server started. */
    private static void readEverySetting(ListableBeanFactory beans) {
        for (String name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            Class<?> type = beans.getType(name);
            if (type != null && type.getName().startsWith("org.onewindow.")) {
                beans.getBean(name);
            }
        }
    }

    @Bean
    DataSource dataSource(Database database) {
        return database.programPool();
    }
}
