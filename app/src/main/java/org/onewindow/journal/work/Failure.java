package org.onewindow.journal.work;

import java.sql.SQLException;

/** What is known about a failure without its message, which might hold data. */
final class Failure {

    private Failure() {}

    /**
     * Whether it has nothing to do with the event: no connection, a full disk, a deadlock, a server going down. Then it is
     * tried again later and nothing is parked.
     */
    static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String kind = sql.getSQLState().substring(0, 2);
                return switch (kind) {
                    case "08", "40", "53", "55", "57", "58" -> true;
                    default -> "25006".equals(sql.getSQLState());
                };
            }
        }
        return false;
    }

    static String describe(Throwable failure) {
        StringBuilder description = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            description
                    .append(description.isEmpty() ? "" : " < ")
                    .append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                description.append(' ').append(sql.getSQLState());
            }
        }
        for (StackTraceElement line : failure.getStackTrace()) {
            if (line.getClassName().startsWith("org.onewindow.")
                    && !line.getClassName().startsWith(FollowerRunner.class.getName())) {
                description.append(" at ").append(line);
                break;
            }
        }
        return description.substring(0, Math.min(description.length(), 1_000));
    }
}
