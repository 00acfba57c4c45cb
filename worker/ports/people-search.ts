/** A person found at a company, with where from. What is not known is ''. */
export interface FoundPerson {
  name: string;
  /** Lower case. */
  email: string;
  title: string;
  linkedinUrl: string;
  /** The service, e.g. `hunter`. */
  source: string;
  /** Lawful basis: '' until a person has said one; the person must be told of the processing (GDPR article 14). */
  basis: string;
}

/** Finds people by the domain of their company, at a service that holds them rightfully; nothing is scraped. */
export interface PeopleSearchPort {
  readonly provider: 'hunter' | 'apollo' | 'people_data_labs';
  /** At most 10. Throws `upstream` when the service does not answer as it should, `misconfigured` when it refuses the key. */
  find(domain: string, company: string): Promise<FoundPerson[]>;
}
