package org.onewindow.calendar;

import org.onewindow.calendar.store.CalendarStore;
import org.onewindow.kernel.CentreTime;
import org.onewindow.testing.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The door to the calendars over a test's database. */
public final class TestCalendars {

    private TestCalendars() {}

    public static Calendars over(TestDatabase database, CentreTime time) {
        return new StoredCalendars(
                new CalendarStore(database.jdbc()),
                new JdbcTransactionManager(database.dataSource()),
                time,
                new StaticListableBeanFactory().getBeanProvider(CalendarListener.class));
    }
}
