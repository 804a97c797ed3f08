package bad.work;

import org.springframework.scheduling.annotation.Scheduled;

/** Bad sample: a second timer beside the clockwork. */
public class Ticks {

    @Scheduled(fixedDelay = 1000)
    public void tick() {}
}
