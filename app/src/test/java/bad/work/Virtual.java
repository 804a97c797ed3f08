package bad.work;

/** Bad sample: work on a virtual thread. */
public class Virtual {

    public Thread start(Runnable work) {
        return Thread.startVirtualThread(work);
    }
}
