import { type ArticleData, articlePath, type CoreData, type NameBucket, type QuoteChunk } from "../site-data.js";

/** Trusted types, as far as this page needs them (W3C Trusted Types); not in TypeScript's library. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

/** The only addresses that the page ever loads. */
const DATA_FILE = /^data\/[a-z0-9/-]+\.js\?[0-9a-f]*$/;

function checked(url: string): string {
  if (!DATA_FILE.test(url)) throw new TypeError(`${url} is no data file of this site`);
  return url;
}

const policies = (globalThis as unknown as { trustedTypes?: Policies }).trustedTypes;
const policy = policies?.createPolicy("copydesk", { createScriptURL: checked }) ?? { createScriptURL: checked };

const loading = new Map<string, Promise<unknown>>();
const arrived = new Map<string, (json: string) => void>();

/** Data files call this with their name and their JSON. */
Object.assign(globalThis, { copydesk: (key: string, json: string) => arrived.get(key)?.(json) });

/** Loads a data file as a script, once: pages opened from a file may load nothing else. */
function load<Data>(key: string, path: string): Promise<Data> {
  const known = loading.get(path);
  if (known) return known as Promise<Data>;
  const promise = new Promise<Data>((resolve, reject) => {
    const script = document.createElement("script");
    arrived.set(key, (json) => resolve(JSON.parse(json) as Data));
    script.src = policy.createScriptURL(`${path}?${document.documentElement.dataset.version}`);
    script.onload = () => {
      script.remove();
      reject(new Error(`${path} holds no data of this site`)); // too late, and so without effect, when it does
    };
    script.onerror = () => {
      loading.delete(path);
      reject(new Error(`${path} cannot be loaded; was the site refreshed? Reload the page.`));
    };
    document.head.append(script);
  });
  loading.set(path, promise);
  return promise;
}

const data = <Data>(name: string): Promise<Data> => load<Data>(name, `data/${name}.js`);

/** The site's data, each file loaded when it is first asked for. */
export const site = {
  core: (): Promise<CoreData> => data<CoreData>("core"),
  quotes: (chunk: number): Promise<QuoteChunk> => data<QuoteChunk>(`quotes-${chunk}`),
  names: (bucket: number): Promise<NameBucket> => data<NameBucket>(`names-${bucket}`),
  article: (key: string): Promise<ArticleData> =>
    /^[0-9a-f]{16}$/.test(key)
      ? load<ArticleData>(key, articlePath(key))
      : Promise.reject(new Error("There is no such article.")),
};
