package bad.model;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad sample: a rule that isn't pure. */
public class PureRuleThatReadsTheDatabase {

    public int count(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Integer.class).single();
    }
}
