package bad.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Bad sample: asks the machine for the time, its zone and its language. */
public class TellsTheTime {

    public List<Object> everything() {
        return List.of(Instant.now(), LocalDate.now(ZoneId.systemDefault()), Locale.getDefault());
    }
}
